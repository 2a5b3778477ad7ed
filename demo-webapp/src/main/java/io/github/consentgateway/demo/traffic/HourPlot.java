package io.github.consentgateway.demo.traffic;

import io.github.consentgateway.demo.traffic.Figures.Row;
import io.github.consentgateway.demo.traffic.Figures.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The requests of each hour as a map: a column for each day, a row for each hour, and the stronger
 * the colour the more. Hours that are not shown are as empty as those in which nothing happened.
 * Immutable.
 */
public final class HourPlot {

  /** How wide the plot is, in units of its own. */
  public static final int WIDTH = 960;

  private static final int HOURS = 24;
  private static final int LEFT = 40;
  private static final int TOP = 4;
  private static final int ROW = 12;
  private static final int FOOT = 22;
  private static final int WIDEST = 220;
  private static final int SHADES = 5;
  private static final int LABEL = 84;
  private static final int EVERY = 6;

  /** A part of the plot, in its units. */
  public record Box(double x, int y, double width, int height, int shade, String title) {}

  /** A word of the plot. */
  public record Word(double x, int y, String text, String anchor) {}

  /** A day, and its requests by hour; 0 for hours that are not shown. */
  public record Day(String name, List<Long> hours) {}

  private final List<Day> days;
  private final long most;

  private HourPlot(List<Day> days, long most) {
    this.days = days;
    this.most = most;
  }

  static HourPlot of(Table table) {
    Map<String, Long[]> days = new TreeMap<>();
    for (Row row : table.rows()) {
      Hour.of(row.value())
          .ifPresent(
              hour ->
                  days.computeIfAbsent(hour.day(), day -> nothing())[hour.hour()] = row.requests());
    }
    List<Day> list = new ArrayList<>();
    days.forEach((day, hours) -> list.add(new Day(day, List.of(hours))));
    return new HourPlot(list, table.greatest().map(Row::requests).orElse(1L));
  }

  private static Long[] nothing() {
    Long[] hours = new Long[HOURS];
    java.util.Arrays.fill(hours, 0L);
    return hours;
  }

  /** The days that have anything to show. */
  public List<Day> days() {
    return days;
  }

  /** How high it is. */
  public int height() {
    return TOP + HOURS * ROW + FOOT;
  }

  private double column() {
    return Math.min(WIDEST, (double) (WIDTH - LEFT) / Math.max(1, days.size()));
  }

  /** All hours of all days. */
  public List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    double gap = column() > SHADES ? 2 : 0;
    for (int day = 0; day < days.size(); day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        long number = days.get(day).hours().get(hour);
        boxes.add(
            new Box(
                LEFT + day * column(),
                TOP + hour * ROW,
                column() - gap,
                ROW - 2,
                shade(number),
                "%s %02dh: %d".formatted(days.get(day).name(), hour, number)));
      }
    }
    return boxes;
  }

  private int shade(long number) {
    return number == 0 ? 0 : 1 + (int) Math.min(SHADES - 1, number * SHADES / (most + 1));
  }

  /** The names of hours, and of as many days as have room. */
  public List<Word> words() {
    List<Word> words = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour += EVERY) {
      words.add(new Word(LEFT - 6, TOP + hour * ROW + ROW - 3, "%02dh".formatted(hour), "end"));
    }
    int every = (int) Math.ceil(LABEL / column());
    for (int day = 0;
        day < days.size() && LEFT + day * column() + LABEL <= WIDTH + 1;
        day += every) {
      words.add(
          new Word(LEFT + day * column(), TOP + HOURS * ROW + 16, days.get(day).name(), "start"));
    }
    return words;
  }
}
