package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events for people: a line for each, in columns. */
public final class EventTable {

  /** A column: what it is called, and what it says of an event. */
  private record Column(String name, Function<JsonNode, String> of) {
    Column(String name, String field) {
      this(name, event -> Events.text(event, field));
    }
  }

  private static final int LONGEST = 40;
  private static final int BUSIEST = 5;
  private static final int STATUS = 5;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("time (UTC)", EventTable::time),
          new Column("client", "client.id"),
          new Column("network", "client.net"),
          new Column("method", "http.request.method"),
          new Column("route", "http.route"),
          new Column("status", "http.response.status_code"),
          new Column("took", event -> Dimension.DURATION.label(Dimension.DURATION.of(event))),
          new Column("browser", Dimension.BROWSER::of),
          new Column("device", "device.class"),
          new Column("referrer", "http.request.referrer"));

  private final PrintWriter out;
  private final Paint paint;

  /** A table for this output. */
  public EventTable(PrintWriter out, Paint paint) {
    this.out = out;
    this.paint = paint;
  }

  private static String time(JsonNode event) {
    return Events.text(event, "@timestamp").replace('T', ' ').replace("Z", "");
  }

  /** Writes the events, how many there are, and who has made most of them. */
  public void tell(LatestEvents found) {
    List<JsonNode> events = found.events();
    if (!events.isEmpty()) {
      rows(events);
    }
    out.println(
        events.size() == found.all()
            ? "Requests: %,d.".formatted(found.all())
            : "The latest %,d of %,d requests; --limit shows more."
                .formatted(events.size(), found.all()));
    var busiest = found.busiest(BUSIEST);
    if (!busiest.isEmpty()) {
      out.println(
          busiest.stream()
              .map(client -> "%s %,d".formatted(client.getKey(), client.getValue()))
              .collect(Collectors.joining(", ", "Clients with most of them: ", ".")));
    }
  }

  private void rows(List<JsonNode> events) {
    List<Integer> widths = new ArrayList<>();
    for (Column column : COLUMNS) {
      widths.add(
          events.stream()
              .mapToInt(event -> cell(column, event).length())
              .reduce(column.name().length(), Math::max));
    }
    List<String> names = COLUMNS.stream().map(Column::name).toList();
    out.println(paint.strong(line(names, widths)));
    for (JsonNode event : events) {
      List<String> cells = COLUMNS.stream().map(column -> cell(column, event)).toList();
      out.println(paint.status(cells.get(STATUS), line(cells, widths)));
    }
  }

  private static String cell(Column column, JsonNode event) {
    String text = column.of().apply(event);
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 2) + ".." : text;
    return cut.isEmpty() ? "-" : cut;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int at = 0; at < cells.size(); at++) {
      line.append(cells.get(at)).append(" ".repeat(widths.get(at) - cells.get(at).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
