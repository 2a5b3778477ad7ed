package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What an open ledger does by itself: it follows what other nodes revoke, makes the months to come,
 * deletes what is over its time, and notes how far the access journal has got.
 */
final class Upkeep implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  /** A deletion that takes its time must not keep revocations from being read. */
  private static final int TIMERS = 2;

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration KNOWN = Duration.ofSeconds(15);
  private static final Duration ROUND = Duration.ofHours(6);

  private final Sources sources;
  private final RecordSeal seal;
  private final Journal journal;
  private final Retention retention;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(TIMERS, Upkeep::thread);
  private Optional<SeenAccess> seen = Optional.empty();

  Upkeep(Sources sources, RecordSeal seal, Journal journal, Retention retention, Clock clock) {
    this.sources = sources;
    this.seal = seal;
    this.journal = journal;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Makes the tables that are missing, and sees whether the keys are those of the records.
   *
   * @throws LedgerException if the database cannot be used, or the keys are others
   */
  static void prepare(Sources sources, RecordSeal seal, Clock clock) {
    try (Lease lease = sources.open()) {
      Dialect dialect = Dialect.of(lease.connection());
      YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
      Schema.prepare(lease.connection(), dialect, month);
      new SealCheck(seal, clock.instant()).on(lease.connection());
      lease.connection().commit();
    } catch (SQLException e) {
      throw new LedgerException("The ledger's database cannot be used: " + e.getMessage(), e);
    }
  }

  /** Begins the chain, and the rounds. */
  void begin(Revocations revocations) {
    seen = sources.ask(Sources.UNREADABLE, AccessJournal::end);
    String ends = sources.ask(Sources.UNREADABLE, Ties::ends);
    append(new Chronicle(seal).opened(clock.instant(), ends, seen));
    every(LOOK, revocations::refresh);
    every(ROUND, this::round);
  }

  private void append(Row row) {
    journal.append(new Entry(List.of(row), Change.NONE));
  }

  private void every(Duration span, Runnable work) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> attempt(work), span.toSeconds(), span.toSeconds(), TimeUnit.SECONDS);
  }

  /** Does something again when all other nodes know of what was done, until it succeeds. */
  void later(Runnable work) {
    Runnable again =
        () -> {
          try {
            work.run();
          } catch (LedgerException e) {
            later(work);
          }
        };
    try {
      var unused = timer.schedule(() -> attempt(again), KNOWN.toSeconds(), TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "The ledger is being closed");
    }
  }

  /** Work that fails once must be tried again. */
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      // A timer drops work that throws, and with it all that was still to come.
      LOG.log(Level.WARNING, "The ledger will try again later: {0}", String.valueOf(e));
    }
  }

  private void round() {
    attempt(() -> prepare(sources, seal, clock));
    attempt(this::see);
    retention.run(false);
  }

  /** A journal that is emptied cannot tell of it; the chain can. */
  private void see() {
    Optional<SeenAccess> now = sources.ask(Sources.UNREADABLE, AccessJournal::end);
    if (!now.equals(seen)) {
      now.ifPresent(access -> append(new Chronicle(seal).seen(clock.instant(), access)));
      seen = now;
    }
  }

  /** Deletes what is over its time, now. */
  void delete() {
    attempt(() -> retention.run(false));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "consent-ledger-watch");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
