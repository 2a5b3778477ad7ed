package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Deletes what is over its time, class by class, and certifies it. A run is made every six hours
 * and at the start; it can be cut off anywhere and made again. A class under a {@linkplain
 * LegalHold hold} is left alone until the hold ends.
 *
 * <p>A clock that has jumped ahead must not delete anything: if it is more than 48 hours ahead of
 * the run before, nothing is deleted until somebody confirms the time, or the clock still says so
 * two days later. One that has jumped back deletes nothing early and lets nothing live longer than
 * until it has caught up. Thread-safe.
 */
public final class Retention {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sources sources;
  private final Holds holds;
  private final Clock clock;
  private final List<Disposal> disposals = new ArrayList<>();

  Retention(Sources sources, Disposal proofs, Clock clock) {
    this(sources, clock);
    disposals.add(proofs);
  }

  private Retention(Sources sources, Clock clock) {
    this.sources = sources;
    this.holds = new Holds(sources);
    this.clock = clock;
  }

  /** The holds and certificates of the ledger in this database; it has nothing to delete itself. */
  public static Retention of(DataSource source, Clock clock) {
    return new Retention(new Sources(source, PATIENCE), clock);
  }

  /**
   * Lets the engine delete data of the application as well, from the next run on.
   *
   * @throws IllegalArgumentException if the schedule has no such class
   */
  public synchronized void add(Disposal disposal) {
    RetentionClass.named(disposal.retentionClass());
    disposals.add(disposal);
  }

  /** What a run did with one class. */
  public record Result(String retentionClass, LocalDate through, long deleted, boolean held) {}

  /**
   * Deletes all that is due.
   *
   * @param confirmed whether somebody has looked at the clock
   * @return what was done; empty if the clock cannot be believed
   * @throws LedgerException names the classes that could not be deleted; all others have been
   */
  public synchronized List<Result> run(boolean confirmed) {
    Instant now = clock.instant();
    if (disposals.isEmpty()) {
      return List.of();
    }
    if (!confirmed && !isPlausible(now)) {
      LOG.log(
          Level.WARNING,
          "Nothing is deleted: the clock is more than 48 hours ahead of the last run. Confirm the"
              + " time, or wait two days");
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Disposal disposal : disposals) {
      try {
        results.add(run(disposal, now));
      } catch (RuntimeException e) {
        // One class that cannot be deleted must not keep the others.
        failed.add(disposal.retentionClass() + " (" + e.getClass().getSimpleName() + ")");
      }
    }
    new LastRun(now, now).note(sources);
    if (!failed.isEmpty()) {
      throw new LedgerException("Not deleted, though it is time: " + String.join(", ", failed));
    }
    return results;
  }

  private Result run(Disposal disposal, Instant now) {
    RetentionClass kept = RetentionClass.named(disposal.retentionClass()).within(disposal.period());
    LocalDate through = kept.dueThrough(now);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean held = holds().stream().anyMatch(hold -> hold.holds(kept.name(), today));
    long deleted = held ? 0 : disposal.deleteThrough(through);
    return new Result(kept.name(), through, deleted, held);
  }

  private boolean isPlausible(Instant now) {
    return LastRun.read(sources).map(last -> last.makesPlausible(now, sources)).orElse(true);
  }

  /**
   * Holds a class.
   *
   * @param reason one of {@link LegalHold#REASONS}
   * @param until the last day, at most a year ahead; it may be renewed
   * @throws IllegalArgumentException with all that is wrong with it
   */
  public synchronized LegalHold hold(
      String retentionClass, String reason, String reference, String owner, LocalDate until) {
    LegalHold hold = new LegalHold(0, retentionClass, reason, reference, owner, until);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<String> wrong = Holds.problems(hold, today);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    return holds.add(hold);
  }

  /**
   * Ends a hold before its time.
   *
   * @return whether there was one with this number
   */
  public synchronized boolean release(long id) {
    return holds.end(id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** The holds that are known, ended ones too. */
  public List<LegalHold> holds() {
    return holds.all();
  }

  /** The certificates of all deletions so far, signed; they tell nothing of what was deleted. */
  public List<String> certificates() {
    return sources.ask(
        "The certificates cannot be read",
        connection ->
            Sql.list(
                connection,
                row -> row.getString(1),
                "SELECT jws FROM consent_certificate ORDER BY id"));
  }

  /** When the last run was; empty before the first. */
  public Optional<Instant> lastRun() {
    return LastRun.read(sources).map(LastRun::run);
  }
}
