package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what is over its time, class by class, and certifies it. A run is made once a day and at
 * the start; it can be cut off anywhere and made again. A class under a {@linkplain LegalHold hold}
 * is left alone until the hold ends.
 *
 * <p>A clock that has jumped ahead must not delete anything: if it is more than 48 hours ahead of
 * the run before, nothing is deleted until somebody confirms the time, or the clock still says so
 * two days later. One that has jumped back deletes nothing early and lets nothing live longer than
 * until it has caught up. Thread-safe.
 */
public final class Retention {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final Duration JUMP = Duration.ofDays(2);
  private static final Period LONGEST_HOLD = Period.ofYears(1);

  private final Sources sources;
  private final Clock clock;
  private final List<Disposal> disposals = new ArrayList<>();

  Retention(Sources sources, Disposal proofs, Clock clock) {
    this.sources = sources;
    this.clock = clock;
    disposals.add(proofs);
  }

  /** Lets the engine delete data of the application as well. */
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
   */
  public synchronized List<Result> run(boolean confirmed) {
    Instant now = clock.instant();
    if (!confirmed && !isPlausible(now)) {
      LOG.log(
          Level.WARNING,
          "Nothing is deleted: the clock is more than 48 hours ahead of the last run. Confirm the"
              + " time, or wait two days");
      return List.of();
    }
    List<Result> results = new ArrayList<>();
    for (Disposal disposal : disposals) {
      results.add(run(disposal, now));
    }
    note(now, now);
    return results;
  }

  private Result run(Disposal disposal, Instant now) {
    RetentionClass kept = RetentionClass.named(disposal.retentionClass());
    LocalDate through = kept.dueThrough(now);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean held = holds().stream().anyMatch(hold -> hold.holds(kept.name(), today));
    long deleted = held ? 0 : disposal.deleteThrough(through);
    return new Result(kept.name(), through, deleted, held);
  }

  /** A first jump is noted; if the clock still stands by it two days later, it is the time. */
  private boolean isPlausible(Instant now) {
    List<Instant> noted = noted();
    if (noted.isEmpty() || !now.isAfter(noted.get(0).plus(JUMP))) {
      return true;
    }
    Instant run = noted.get(0);
    Instant seen = noted.get(1);
    boolean forgotten = !seen.isAfter(run) || now.isAfter(seen.plus(JUMP.multipliedBy(2)));
    if (forgotten) {
      note(run, now);
    }
    return !forgotten && !now.isBefore(seen.plus(JUMP));
  }

  private List<Instant> noted() {
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement("SELECT run, seen FROM consent_retention");
        ResultSet rows = query.executeQuery()) {
      List<Instant> noted =
          rows.next()
              ? List.of(
                  Instant.ofEpochSecond(rows.getLong(1)), Instant.ofEpochSecond(rows.getLong(2)))
              : List.of();
      connection.rollback();
      return noted;
    } catch (SQLException e) {
      throw new LedgerException("The last run of the retention cannot be read", e);
    }
  }

  private void note(Instant run, Instant seen) {
    change(
        "INSERT INTO consent_retention (id, run, seen) VALUES (1, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET run = excluded.run, seen = excluded.seen",
        run.getEpochSecond(),
        seen.getEpochSecond());
  }

  private void change(String sql, Object... values) {
    try (Connection connection = sources.open();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw new LedgerException("The retention cannot be noted", e);
    }
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
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<String> wrong = new ArrayList<>();
    if (RetentionClass.SCHEDULE.stream().noneMatch(of -> of.name().equals(retentionClass))) {
      wrong.add(retentionClass + ": no class of the schedule");
    }
    if (!LegalHold.REASONS.contains(reason)) {
      wrong.add(reason + ": no reason; allowed: " + LegalHold.REASONS.stream().sorted().toList());
    }
    if (until.isBefore(today) || until.isAfter(today.plus(LONGEST_HOLD))) {
      wrong.add(until + ": allowed are days from today to " + today.plus(LONGEST_HOLD));
    }
    if (reference.isBlank() || owner.isBlank()) {
      wrong.add("a hold needs a reference and an owner");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", wrong));
    }
    long id = clock.instant().truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    change(
        "INSERT INTO consent_hold (id, class, reason, reference, owner, until) VALUES (?,?,?,?,?,?)",
        id,
        retentionClass,
        reason,
        reference,
        owner,
        until.toEpochDay());
    return new LegalHold(id, retentionClass, reason, reference, owner, until);
  }

  /** Ends a hold before its time. */
  public synchronized void release(long id) {
    change("DELETE FROM consent_hold WHERE id = ?", id);
  }

  /** The holds that are known, ended ones too. */
  public List<LegalHold> holds() {
    List<LegalHold> holds = new ArrayList<>();
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, class, reason, reference, owner, until FROM consent_hold ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        holds.add(
            new LegalHold(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                LocalDate.ofEpochDay(rows.getLong(6))));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new LedgerException("The holds cannot be read", e);
    }
    return holds;
  }

  /** The certificates of all deletions so far, signed; they tell nothing of what was deleted. */
  public List<String> certificates() {
    List<String> certificates = new ArrayList<>();
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement("SELECT jws FROM consent_certificate ORDER BY id");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        certificates.add(rows.getString(1));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new LedgerException("The certificates cannot be read", e);
    }
    return certificates;
  }

  /** When the last run was; empty before the first. */
  public Optional<Instant> lastRun() {
    return noted().stream().findFirst();
  }
}
