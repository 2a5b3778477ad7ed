package io.github.consentgateway.demo.traffic;

import io.github.consentgateway.demo.traffic.Figures.Row;
import io.github.consentgateway.demo.traffic.Figures.Table;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** Figures for a terminal: a line of columns for each day, bars for all else. */
public final class StatisticsText {

  private static final int DAY = 10;
  private static final int HOURS = 24;
  private static final int WIDTH = 32;
  private static final int MOST_ROWS = 40;
  private static final int NAME = 34;
  private static final String NOTHING = "  not shown: it would tell of somebody";
  private static final Map<Dimension, String> NAMES =
      Map.of(
          Dimension.HOUR, "By hour (UTC, 0 to 23)",
          Dimension.BROWSER, "By browser",
          Dimension.REFERRER, "By referrer",
          Dimension.STATUS, "By status",
          Dimension.DURATION, "By duration of the request",
          Dimension.DEVICE, "By device");

  private final PrintWriter out;
  private final Glyphs glyphs;
  private final Paint paint;

  /** Figures for this output. */
  public StatisticsText(PrintWriter out, Glyphs glyphs, Paint paint) {
    this.out = out;
    this.glyphs = glyphs;
    this.paint = paint;
  }

  /** Writes all figures. */
  public void tell(Figures figures) {
    out.println(
        paint.strong("Requests: ")
            + (figures.requests().isPresent()
                ? number(figures.requests().getAsLong()).strip()
                : "not shown, it would tell of somebody"));
    out.println(paint.faint(Figures.RULES));
    figures.tables().forEach(this::tell);
  }

  private void tell(Table table) {
    out.println();
    out.println(paint.strong(NAMES.getOrDefault(table.dimension(), "")));
    if (table.rows().isEmpty() && table.rest().isEmpty()) {
      out.println(NOTHING);
    } else if (table.dimension() == Dimension.HOUR) {
      days(table);
    } else {
      table.rows().stream().limit(MOST_ROWS).forEach(row -> bar(table, row));
      more(table.rows().size() - MOST_ROWS);
    }
    rest(table.rest(), table);
  }

  private void days(Table table) {
    Map<String, long[]> days = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Hour.of(row.value())
          .ifPresent(
              hour ->
                  days.computeIfAbsent(hour.day(), day -> new long[HOURS])[hour.hour()] =
                      row.requests());
    }
    long most = table.greatest().map(Row::requests).orElse(1L);
    days.forEach((day, hours) -> day(day, hours, most));
  }

  private void day(String day, long[] hours, long most) {
    StringBuilder columns = new StringBuilder();
    long sum = 0;
    for (long hour : hours) {
      columns.append(glyphs.column(hour, most));
      sum += hour;
    }
    out.println(
        "  %-10s |%s| %s"
            .formatted(
                day.substring(0, Math.min(DAY, day.length())),
                paint.bar(columns.toString()),
                number(sum)));
  }

  private void bar(Table table, Row row) {
    String drawn = glyphs.bar(row.requests(), table.scale(), WIDTH);
    line(
        table.dimension().label(row.value()),
        row.requests(),
        table.dimension() == Dimension.STATUS
            ? paint.status(row.value(), drawn)
            : paint.bar(drawn));
  }

  private void line(String name, long number, String drawn) {
    String whole = name.isEmpty() ? "(none)" : name;
    String cut = whole.length() > NAME ? whole.substring(0, NAME - 2) + ".." : whole;
    out.println("  %-34s %s %s".formatted(cut, number(number), drawn).stripTrailing());
  }

  private void more(int left) {
    if (left > 0) {
      out.println("  and %,d more".formatted(left));
    }
  }

  private void rest(OptionalLong rest, Table table) {
    if (rest.isPresent()) {
      line("(all others together)", rest.getAsLong(), "");
    } else if (table.hides() && !table.rows().isEmpty()) {
      out.println("  others are not shown: it would tell of somebody");
    }
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,12d", number);
  }
}
