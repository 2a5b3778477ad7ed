package io.github.consentgateway.demo.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.demo.ledger.ExportCommand.Format;
import io.github.consentgateway.record.AccessRight.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the events of the traffic log as lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes all events of the traffic log, as they were noted.")
final class TrafficExportCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.jsonl;

  private List<String> columns = List.of();

  @Override
  public Integer call() {
    Desk desk = who.desk(Operation.EXPORT, "traffic " + format.name());
    desk.traffic().forEach(this::tell);
    told.out().flush();
    return 0;
  }

  private void tell(JsonNode event) {
    told.out().println(format == Format.csv ? csv(event) : event.toString());
  }

  /** All lines have the same columns, those of the first. */
  private String csv(JsonNode event) {
    String values = "";
    if (columns.isEmpty()) {
      List<String> names = new ArrayList<>();
      event.fieldNames().forEachRemaining(names::add);
      columns = names;
      values = String.join(",", names) + System.lineSeparator();
    }
    return values
        + columns.stream()
            .map(name -> Rows.quoted(event.path(name).isNull() ? "" : event.path(name).asText()))
            .collect(Collectors.joining(","));
  }
}
