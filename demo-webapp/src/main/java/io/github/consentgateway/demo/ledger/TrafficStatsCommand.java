package io.github.consentgateway.demo.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.record.AccessRight.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts the events of the traffic log. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = {
      "Counts requests by hour, browser, origin and status.",
      "What fewer than ten clients have done is not shown: it would tell of somebody."
    })
final class TrafficStatsCommand implements Callable<Integer> {

  private static final int HOUR = 13;

  /** What is counted, and what is taken of an event for it. */
  private static final Map<String, Function<JsonNode, String>> TABLES = tables();

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  private static Map<String, Function<JsonNode, String>> tables() {
    Map<String, Function<JsonNode, String>> tables = new LinkedHashMap<>();
    tables.put("Hour (UTC)", event -> event.path("@timestamp").asText().substring(0, HOUR) + "h");
    tables.put(
        "Browser",
        event ->
            (event.path("user_agent.name").asText()
                    + " "
                    + event.path("user_agent.version").asText().replace("null", ""))
                .strip());
    tables.put("Origin", event -> event.path("http.request.referrer").asText());
    tables.put("Status", event -> event.path("http.response.status_code").asText());
    return tables;
  }

  @Override
  public Integer call() {
    Desk desk = who.desk(Operation.COUNT, "traffic");
    Map<String, Counts> counts = new LinkedHashMap<>();
    TABLES.keySet().forEach(name -> counts.put(name, new Counts()));
    desk.traffic()
        .forEach(
            event ->
                TABLES.forEach(
                    (name, of) ->
                        counts
                            .getOrDefault(name, new Counts())
                            .add(of.apply(event), event.path("client.id").asText())));
    counts.forEach((name, table) -> table.tell(name, told.out()));
    told.out().flush();
    return 0;
  }
}
