package io.github.consentgateway.record;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The refusals that this node has counted. What is written are totals, not differences, so that
 * writing twice counts once.
 */
final class RefusalCounts {

  private final Map<Refusal, Long> totals = new ConcurrentHashMap<>();
  private Map<Refusal, Long> kept = Map.of();

  void add(Refusal refusal) {
    totals.merge(refusal, 1L, Long::sum);
  }

  /** The totals that have changed since they were last kept. */
  Map<Refusal, Long> changed() {
    Map<Refusal, Long> changed = new HashMap<>(totals);
    changed.entrySet().removeAll(kept.entrySet());
    return changed;
  }

  /** Notes what is durable. */
  void keptNow(Map<Refusal, Long> changed) {
    Map<Refusal, Long> all = new HashMap<>(kept);
    all.putAll(changed);
    kept = all;
  }
}
