package io.github.consentgateway.containers;

import java.util.Map;
import java.util.TreeMap;

/** Counts what got past each gate. */
final class Score {
  private final Map<String, int[]> rows = new TreeMap<>();

  /**
   * Notes one probe: how many lines of a refused cookie left, or that a granted one arrived as it
   * should.
   */
  synchronized void add(Container container, Gate gate, Kind kind, int lines) {
    int[] row =
        rows.computeIfAbsent(String.format("%-8s %-10s", gate, container), key -> new int[3]);
    row[0]++;
    row[kind.granted(gate) ? 2 : 1] += kind.granted(gate) || lines == 0 ? Math.min(lines, 1) : 1;
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
