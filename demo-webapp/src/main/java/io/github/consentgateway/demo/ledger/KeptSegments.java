package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.traffic.TrafficSegments.Stored;
import java.io.PrintWriter;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is kept of a traffic log, for people. */
record KeptSegments(PrintWriter out, Period period) {

  private static final int LINES = 20;

  /**
   * Writes what there is.
   *
   * @param stored the oldest first
   * @param overdue those that should be gone
   */
  void tell(List<Stored> stored, List<Stored> overdue) {
    if (stored.isEmpty()) {
      out.println("There is no segment.");
      return;
    }
    Stored last = stored.get(stored.size() - 1);
    out.printf("Kept for:  %s%n", period);
    out.printf("Segments:  %,d, %,d octets%n", stored.size(), octets(stored));
    out.printf("Oldest:    %s, begun %s%n", stored.get(0).name(), stored.get(0).begun());
    out.printf("Newest:    %s, begun %s%n", last.name(), last.begun());
    months(stored);
    overdue.stream().limit(LINES).forEach(one -> out.println("OVERDUE    " + one.name()));
    if (overdue.size() > LINES) {
      out.printf("           and %,d more%n", overdue.size() - LINES);
    }
    out.println(
        overdue.isEmpty()
            ? "Nothing is over its time."
            : "Overdue: %,d; --apply deletes what is not held.".formatted(overdue.size()));
  }

  private static long octets(List<Stored> segments) {
    return segments.stream().mapToLong(Stored::octets).sum();
  }

  /** By the month in which they were begun (Paris), and the days on which they must be gone. */
  private void months(List<Stored> stored) {
    out.printf("%n%-8s %9s %15s  %s%n", "Month", "segments", "octets", "due");
    stored.stream()
        .collect(
            Collectors.groupingBy(
                one -> YearMonth.from(one.day()), TreeMap::new, Collectors.toList()))
        .forEach(
            (month, segments) ->
                out.printf(
                    "%-8s %,9d %,15d  %s%n",
                    month, segments.size(), octets(segments), due(segments)));
    out.println();
  }

  private String due(List<Stored> segments) {
    List<String> days = new ArrayList<>();
    segments.stream()
        .map(one -> one.day().plus(period).toString())
        .sorted()
        .distinct()
        .forEach(days::add);
    return days.size() == 1 ? days.get(0) : days.get(0) + " to " + days.get(days.size() - 1);
  }
}
