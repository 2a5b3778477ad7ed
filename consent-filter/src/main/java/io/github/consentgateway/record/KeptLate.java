package io.github.consentgateway.record;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that were kept after their caller had been told that they were not: one that is owed
 * since need not be kept again. Bounded; thread-safe.
 */
final class KeptLate {

  private static final int MOST = 10_000;

  private final LinkedHashSet<String> ids = new LinkedHashSet<>();

  synchronized void add(Entry entry) {
    ids.addAll(ids(entry));
    while (ids.size() > MOST) {
      ids.remove(ids.iterator().next());
    }
  }

  /** Whether all of an entry's records are among them. */
  synchronized boolean has(Entry entry) {
    Set<String> own = ids(entry);
    return !own.isEmpty() && ids.containsAll(own);
  }

  private static Set<String> ids(Entry entry) {
    return entry.rows().stream()
        .flatMap(row -> row.record().stream())
        .map(ConsentRecord::id)
        .collect(Collectors.toSet());
  }
}
