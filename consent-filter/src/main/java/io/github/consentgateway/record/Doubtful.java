package io.github.consentgateway.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Batches of which nobody knows yet whether they will be kept after all; looked for once a second,
 * for ten minutes. Confined to the thread that writes.
 */
final class Doubtful {

  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE = Duration.ofMinutes(10).toNanos();

  /** A batch, and since when it is in doubt. */
  private record Kept(Batch batch, long since) {}

  private final List<Kept> batches = new ArrayList<>();
  private long looked = System.nanoTime();

  void add(Batch batch) {
    batches.add(new Kept(batch, System.nanoTime()));
  }

  /** Whether it is time to look; what is in doubt for too long is given up. */
  boolean isDue() {
    long now = System.nanoTime();
    batches.removeIf(kept -> now - kept.since() > PATIENCE);
    boolean due = !batches.isEmpty() && now - looked > PAUSE;
    looked = due ? now : looked;
    return due;
  }

  List<Batch> all() {
    return batches.stream().map(Kept::batch).toList();
  }

  void remove(Batch found) {
    batches.removeIf(kept -> kept.batch().after().equals(found.after()));
  }
}
