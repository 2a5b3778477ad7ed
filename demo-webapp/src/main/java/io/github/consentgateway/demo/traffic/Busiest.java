package io.github.consentgateway.demo.traffic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has done something most often, in bounded memory: exact for up to 4096 of them. With more of
 * them (Misra and Gries, Finding repeated elements, 1982) {@link #most} is never too small, and
 * {@link #clients} never too great. Confined to one thread.
 */
final class Busiest {

  private static final int MOST = 4_096;

  private final Map<String, Long> counts = new HashMap<>();
  private long forgotten;
  private int clients;

  /**
   * Counts one event.
   *
   * @param client who has done it; empty if nobody knows, which may always be the same
   */
  void add(String client) {
    if (counts.size() >= MOST && !counts.containsKey(client)) {
      forgotten++;
      counts.replaceAll((known, count) -> count - 1);
      counts.values().removeIf(count -> count == 0);
      return;
    }
    counts.merge(client, 1L, Long::sum);
    clients = Math.max(clients, counts.size() - (counts.containsKey("") ? 1 : 0));
  }

  /** How many are known at least; those of whom nothing is known do not count. */
  int clients() {
    return clients;
  }

  /** How often one of them has done it, at most. */
  long most() {
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0) + forgotten;
  }

  /** The busiest of those who are known, with how often they have done it at least. */
  List<Map.Entry<String, Long>> first(int number) {
    return counts.entrySet().stream()
        .filter(one -> !one.getKey().isEmpty())
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(number)
        .toList();
  }
}
