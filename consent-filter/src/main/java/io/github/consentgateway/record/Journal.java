package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.Desk.Kept;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Group commit: one thread writes all entries that wait in one transaction, so that many visitors
 * share the price of one {@code fsync}. While the database cannot be reached, new entries fail at
 * once, and the thread tries again twice a second.
 */
final class Journal implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_TOGETHER = 512;
  private static final int MOST_OWED = 10_000;
  private static final Duration TICK = Duration.ofMillis(500);
  private static final long STALL = Duration.ofSeconds(1).toNanos();

  private final Desk desk;
  private final Filing filing;
  private final Spool spool;
  private final Clock clock;
  private final Duration patience;
  private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);

  /** Entries that nobody waits for and that must be kept all the same. */
  private final BlockingQueue<Entry> owed = new LinkedBlockingQueue<>(MOST_OWED);

  private final KeptLate late = new KeptLate();
  private final Thread thread;
  private volatile boolean open = true;
  private volatile boolean reachable = true;
  private volatile long busySince;

  Journal(Desk desk, Filing filing, Spool spool, Clock clock, Duration patience) {
    this.desk = desk;
    this.spool = spool;
    this.filing = filing;
    this.clock = clock;
    this.patience = patience;
    this.thread = new Thread(this::run, "consent-ledger");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Makes an entry durable.
   *
   * @throws LedgerException if that is not possible, or not in time
   */
  void append(Entry entry) {
    if (!reachable || !open || isStalled()) {
      throw new LedgerException("The ledger's database cannot be reached");
    }
    if (!waiting.offer(entry)) {
      throw new LedgerException("Too many records wait for the ledger's database");
    }
    entry.await(patience);
  }

  /** A database that takes its time must not take all threads of the application. */
  private boolean isStalled() {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > STALL;
  }

  /** Keeps an entry as soon as possible. Beyond a bound it is lost, and that is told. */
  void owe(Entry entry) {
    spool.add(entry.rows());
    oweAgain(entry);
    forgo(entry);
  }

  /** What was kept late is not owed any more, whether it was said to be owed before or after. */
  private void forgo(Entry entry) {
    if (late.has(entry) && owed.remove(entry)) {
      spool.done(entry.rows().size());
    }
  }

  private void oweAgain(Entry entry) {
    if (!owed.offer(entry)) {
      LOG.log(Level.ERROR, "A withdrawal holds but is not recorded: too many wait already");
    }
  }

  private void run() {
    while (open || !waiting.isEmpty()) {
      try {
        List<Entry> callers = next();
        List<Entry> alone = callers.stream().filter(Entry::isAlone).toList();
        callers.removeAll(alone);
        step(callers);
        stepAlone(alone);
      } catch (Throwable e) {
        // Nobody else can write: this thread goes on even where memory was short for a moment.
        LOG.log(Level.ERROR, "The ledger goes on after a failure: " + e.getClass().getName());
      }
    }
    end();
  }

  /** What is owed is kept as far as the database takes it, and nothing follows. */
  private void end() {
    try {
      do {
        step(List.of());
      } while (reachable && !owed.isEmpty());
    } finally {
      desk.end();
    }
  }

  private List<Entry> next() {
    List<Entry> batch = new ArrayList<>();
    try {
      Entry first = waiting.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, MOST_TOGETHER - 1);
      }
    } catch (InterruptedException e) {
      // The thread is nobody else's; only close() ends it.
      return batch;
    }
    batch.removeIf(entry -> !entry.take());
    return batch;
  }

  private void step(List<Entry> callers) {
    boolean kept = false;
    List<Entry> entries = new ArrayList<>(callers);
    busySince = System.nanoTime() | 1;
    try {
      reachable = reachable || isReachableAgain();
      if (reachable) {
        owed.drainTo(entries, MOST_TOGETHER);
        Kept now = desk.keep(entries);
        kept = now == Kept.NOW;
        reachable = now != Kept.LOST;
        takeUp();
      }
    } finally {
      busySince = 0;
      settle(entries, callers.size(), kept);
    }
  }

  /** While somebody else deletes, no more than one of them waits for it. */
  private void stepAlone(List<Entry> entries) {
    boolean busy = false;
    for (Entry entry : entries) {
      if (busy && entry.isAboutRestrictions()) {
        settle(List.of(entry), 1, false);
      } else {
        busy |= stepAlone(entry) == Kept.NOT_BEGUN;
      }
    }
  }

  /** One that fails by itself says nothing of the database. */
  private Kept stepAlone(Entry entry) {
    Kept kept = Kept.LOST;
    busySince = System.nanoTime() | 1;
    try {
      kept = reachable ? desk.keep(List.of(entry)) : Kept.LOST;
      reachable = kept != Kept.LOST || isReachableAgain();
    } finally {
      busySince = 0;
      settle(List.of(entry), 1, kept == Kept.NOW);
    }
    return kept;
  }

  private boolean isReachableAgain() {
    boolean ready = desk.isReady();
    takeUp();
    return ready;
  }

  /** What was kept although it had been said not to be. */
  private void takeUp() {
    for (Entry entry : desk.foundKept()) {
      if (owed.remove(entry)) {
        spool.done(entry.rows().size());
      } else {
        keptLate(entry);
      }
    }
  }

  private void settle(List<Entry> entries, int callers, boolean kept) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (i < callers) {
        if (!entry.settle(kept) && kept) {
          keptLate(entry);
        }
      } else if (kept) {
        spool.done(entry.rows().size());
      } else {
        oweAgain(entry);
      }
    }
  }

  /** The caller has gone, and has told the visitor that there is no consent. */
  private void keptLate(Entry entry) {
    late.add(entry);
    List.copyOf(owed).forEach(this::forgo);
    invalidate(entry);
  }

  private void invalidate(Entry entry) {
    List<Row> ends =
        entry.rows().stream()
            .filter(Row::isGrant)
            .map(row -> row.record().orElseThrow().followedBy(Event.INVALIDATED, clock.instant()))
            .map(filing::row)
            .toList();
    if (!ends.isEmpty()) {
      owe(new Entry(ends, Change.NONE));
    }
  }

  /** Keeps what waits, as far as the database lets it. */
  @Override
  public void close() {
    open = false;
    waiting.offer(new Entry(List.of(), Change.NONE));
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
