package io.github.consentgateway.demo.ledger;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often something was seen, and of how many clients: what fewer than ten have done is put
 * together, and left out if it is still fewer than ten. Keeps at most ten clients of each.
 */
final class Counts {

  /** So many clients hide each other. */
  static final int ENOUGH = 10;

  private static final int WIDTH = 40;
  private static final String FEW = "(of fewer than ten clients each)";

  /** One line of a table. */
  private static final class Cell {
    private final Set<String> clients = new HashSet<>();
    private long events;

    void add(String client) {
      events++;
      if (clients.size() < ENOUGH && !client.isEmpty() && !client.equals("null")) {
        clients.add(client);
      }
    }

    void add(Cell other) {
      events += other.events;
      clients.addAll(other.clients);
    }

    boolean isShown() {
      return clients.size() >= ENOUGH;
    }
  }

  private final Map<String, Cell> cells = new TreeMap<>();

  void add(String what, String client) {
    cells.computeIfAbsent(what, unused -> new Cell()).add(client);
  }

  /** What may be shown, with its number. */
  Map<String, Long> shown() {
    Map<String, Long> shown = new TreeMap<>();
    Cell few = new Cell();
    cells.forEach(
        (what, cell) -> {
          if (cell.isShown()) {
            shown.put(what, cell.events);
          } else {
            few.add(cell);
          }
        });
    if (few.isShown()) {
      shown.put(FEW, few.events);
    }
    return shown;
  }

  /** Writes a table with bars. */
  void tell(String name, PrintWriter out) {
    Map<String, Long> shown = shown();
    long most = shown.values().stream().mapToLong(Long::longValue).max().orElse(1);
    out.println(name);
    if (shown.isEmpty()) {
      out.println("  not shown: fewer than ten clients, so that it would tell of somebody");
    }
    shown.forEach(
        (what, number) ->
            out.printf(
                "  %-32s %,10d %s%n", what, number, "#".repeat((int) (number * WIDTH / most))));
    out.println();
  }
}
