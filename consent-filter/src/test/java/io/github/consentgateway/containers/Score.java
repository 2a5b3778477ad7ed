package io.github.consentgateway.containers;

import java.util.Map;
import java.util.TreeMap;

/** Counts what got past each gate. */
final class Score {
  private final Map<String, int[]> rows = new TreeMap<>();

  /** Notes one probe and how many lines of its cookie left. */
  synchronized void add(Container container, Gate gate, Kind kind, int lines) {
    int[] row =
        rows.computeIfAbsent(String.format("%-8s %-10s", gate, container), key -> new int[3]);
    row[0]++;
    row[kind.granted(gate) ? 2 : 1] += Math.min(lines, 1);
  }

  synchronized void print() {
    StringBuilder table =
        new StringBuilder("gate     container    probes  refused-but-out  granted-and-out\n");
    rows.forEach(
        (name, row) ->
            table.append(String.format("%s %8d %16d %16d%n", name, row[0], row[1], row[2])));
    System.out.print(table);
  }
}
