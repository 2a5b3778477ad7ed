package io.github.consentgateway.demo.ledger;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.demo.traffic.EventFilter;
import io.github.consentgateway.demo.traffic.EventTable;
import io.github.consentgateway.demo.traffic.LatestEvents;
import io.github.consentgateway.demo.traffic.Paint;
import io.github.consentgateway.record.AccessRight.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Shows events of the traffic log, one by one. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Shows requests of the traffic log, one by one, the latest of those that are asked for.",
      "It serves against abuse. What was asked for is noted as it was asked, before anything is"
          + " shown."
    })
final class TrafficQueryCommand implements Callable<Integer> {

  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{16}");
  private static final Pattern STATUS = Pattern.compile("[1-5](?:xx|\\d\\d)");
  private static final Pattern ROUTE = Pattern.compile("other|[/*][!-~]{0,199}");
  private static final int MOST = 10_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--from",
      paramLabel = "WHEN",
      converter = Moment.Reader.class,
      description = "The first day (UTC) or instant: 2026-11-30 or 2026-11-30T14:05:00Z.")
  private @Nullable Moment from;

  @Option(
      names = "--to",
      paramLabel = "WHEN",
      converter = Moment.Reader.class,
      description = "The last day, included, or the instant before which they began.")
  private @Nullable Moment to;

  @Option(
      names = "--client",
      paramLabel = "PSEUDONYM",
      description = "What stands for the client on a day, as the log has it.")
  private @Nullable String client;

  @Option(
      names = "--network",
      paramLabel = "PSEUDONYM",
      description = "What stands for its network on a day, as the log has it.")
  private @Nullable String network;

  @Option(names = "--status", description = "Such as 404, or 4xx for all of its kind.")
  private @Nullable String status;

  @Option(names = "--route", description = "The pattern, as the log has it, such as /orders/{id}.")
  private @Nullable String route;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at most, up to 10000. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--json", description = "As lines of JSON, and nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    EventFilter filter = filter();
    Desk desk = who.desk(Operation.SHOW, "traffic query " + filter.text());
    LatestEvents found = new LatestEvents(filter);
    told.warn(desk.traffic().forEach(filter::mayBeIn, found::add));
    if (json) {
      found.events().forEach(event -> told.out().println(line(event)));
    } else {
      new EventTable(told.out(), Paint.ofTerminal()).tell(found);
    }
    told.out().flush();
    return 0;
  }

  private EventFilter filter() {
    if (limit < 1 || limit > MOST) {
      throw wrong("--limit: from 1 to 10000.");
    }
    EventFilter filter =
        new EventFilter(
            Optional.ofNullable(from).map(Moment::begin),
            Optional.ofNullable(to).map(Moment::end),
            checked("--client", client, PSEUDONYM, "16 characters, as the log has them"),
            checked("--network", network, PSEUDONYM, "16 characters, as the log has them"),
            checked("--status", status, STATUS, "such as 404 or 4xx"),
            checked("--route", route, ROUTE, "such as /orders/{id}, or other"),
            limit);
    if (filter.from().filter(filter.to().orElse(java.time.Instant.MAX)::isBefore).isPresent()) {
      throw wrong("--from and --to: in order.");
    }
    return filter;
  }

  private Optional<String> checked(
      String option, @Nullable String value, Pattern allowed, String how) {
    if (value != null && !allowed.matcher(value).matches()) {
      throw wrong(option + ": " + how + ".");
    }
    return Optional.ofNullable(value);
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(told.spec().commandLine(), sentence);
  }

  private static String line(JsonNode event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (IOException e) {
      throw new UncheckedIOException("a text can be written", e);
    }
  }
}
