package io.github.consentgateway.demo.traffic;

import io.github.consentgateway.demo.traffic.Figures.Row;
import io.github.consentgateway.demo.traffic.Figures.Table;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The page of figures, as its template wants it. Immutable. */
public final class PageView {

  /** Rows of a table that are written at most; the others are counted. */
  public static final int MOST_ROWS = 40;

  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int HUNDRED = 100;

  private final Figures figures;
  private final Locale locale;
  private final Instant made;
  private final Style style;
  private final ResourceBundle texts;

  PageView(Figures figures, String language, Instant made, Style style) {
    this.figures = figures;
    this.locale = Locale.forLanguageTag(language);
    this.made = made;
    this.style = style;
    this.texts =
        ResourceBundle.getBundle(
            "io.github.consentgateway.demo.traffic.figures",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language of the page. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** The only style of the page, and what allows it and nothing else. */
  public Style style() {
    return style;
  }

  /** A text of the page. */
  public String text(String key) {
    return texts.getString(key);
  }

  /** A text with a value in it. */
  public String text(String key, String value) {
    return new MessageFormat(texts.getString(key), locale).format(new Object[] {value});
  }

  /** A number as people of this language write it. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** When it was made. */
  public String made() {
    return MADE.format(made);
  }

  /** All requests; empty if that may not be shown. */
  public Optional<String> requests() {
    return figures.requests().stream().mapToObj(this::number).findAny();
  }

  /** The value that was seen most often. */
  public Optional<String> first(String dimension) {
    Dimension of = Dimension.valueOf(dimension);
    return figures.of(of).greatest().map(row -> label(of, row));
  }

  /** How many of the requests whose status is shown had an error. */
  public Optional<String> errors() {
    List<Row> rows = figures.of(Dimension.STATUS).rows();
    long all = rows.stream().mapToLong(Row::requests).sum();
    long errors =
        rows.stream()
            .filter(row -> row.value().startsWith("4") || row.value().startsWith("5"))
            .mapToLong(Row::requests)
            .sum();
    NumberFormat percent = NumberFormat.getPercentInstance(locale);
    return all == 0 ? Optional.empty() : Optional.of(percent.format((double) errors / all));
  }

  /** The hours of all days. */
  public HourPlot hours() {
    return HourPlot.of(figures.of(Dimension.HOUR));
  }

  /** The numbers by hour. */
  public Table hourTable() {
    return figures.of(Dimension.HOUR);
  }

  /** All other tables. */
  public List<Table> tables() {
    return figures.tables().stream().filter(table -> table.dimension() != Dimension.HOUR).toList();
  }

  /** The rows of a table that are written. */
  public List<Row> rows(Table table) {
    return table.rows().stream().limit(MOST_ROWS).toList();
  }

  /** A value in words, where the log has a word of its own for it. */
  public String label(Dimension dimension, Row row) {
    String key = dimension.key() + "." + row.value();
    if (row.value().isEmpty()) {
      return text("unknown");
    }
    return texts.containsKey(key) ? text(key) : dimension.label(row.value());
  }

  /** How long the bar of a number is, of 100. */
  public String bar(Table table, long number) {
    return String.format(Locale.ROOT, "%.1f", (double) number * HUNDRED / table.scale());
  }

  /** The colour of a bar, as a class. */
  public String kind(Dimension dimension, Row row) {
    return dimension == Dimension.STATUS && row.value().matches("[1-5].*")
        ? "s" + row.value().charAt(0)
        : "s0";
  }
}
