package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.demo.traffic.Figures.Row;
import java.util.Comparator;
import java.util.Locale;

/** By what requests are counted. */
public enum Dimension {
  HOUR(true),
  BROWSER(false),
  REFERRER(false),
  STATUS(true),
  DURATION(true),
  DEVICE(false);

  private static final int LONGEST = 200;
  private static final int UP_TO_HOUR = 13;
  private static final int SECOND = 10;
  private static final int MOST_BITS = 40;

  private final boolean ordered;

  Dimension(boolean ordered) {
    this.ordered = ordered;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  /** The value of an event; visible characters only, 200 of them at most. */
  String of(JsonNode event) {
    return cut(value(event), LONGEST);
  }

  private String value(JsonNode event) {
    return switch (this) {
      case HOUR -> cut(Events.text(event, "@timestamp"), UP_TO_HOUR);
      case BROWSER ->
          (Events.text(event, "user_agent.name") + " " + Events.text(event, "user_agent.version"))
              .strip();
      case REFERRER -> Events.text(event, "http.request.referrer");
      case STATUS -> Events.text(event, "http.response.status_code");
      case DURATION -> Events.text(event, "event.duration.log2ms");
      case DEVICE -> Events.text(event, "device.class");
    };
  }

  /** Whether another table has the same number: programs are browsers and devices as well. */
  boolean isTold(String number) {
    return (this == BROWSER || this == DEVICE) && number.equalsIgnoreCase("bot");
  }

  /** By value where values have an order; the greatest number first where they have none. */
  Comparator<Row> order() {
    Comparator<Row> byValue =
        Comparator.<Row>comparingInt(row -> row.value().length()).thenComparing(Row::value);
    return ordered
        ? byValue
        : Comparator.comparingLong(Row::requests).reversed().thenComparing(byValue);
  }

  /** The value for people; what is a word of the log stays one. */
  public String label(String number) {
    return switch (this) {
      case HOUR -> number.replace('T', ' ') + "h";
      case DURATION -> duration(number);
      case BROWSER, REFERRER, STATUS, DEVICE -> number;
    };
  }

  /** A power of two of milliseconds, as the span that it stands for. */
  private static String duration(String power) {
    if (!power.matches("\\d{1,2}") || Integer.parseInt(power) > MOST_BITS) {
      return power;
    }
    int bits = Integer.parseInt(power);
    if (bits < SECOND) {
      return "%d-%d ms".formatted(bits == 0 ? 0 : 1L << bits, (2L << bits) - 1);
    }
    long from = 1L << (bits - SECOND);
    return "%d-%d s".formatted(from, 2 * from);
  }

  /** The name in texts and classes. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
