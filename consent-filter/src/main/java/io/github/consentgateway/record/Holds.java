package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The legal holds, as the database has them. */
record Holds(Sources sources) {

  private static final int UNTIL = 6;

  /** What the database says may be any number; no hold lasts that long. */
  private static final long LATEST = LocalDate.MAX.toEpochDay();

  /** All that is wrong with a hold; empty if it may stand. */
  static List<String> problems(LegalHold hold, LocalDate today) {
    List<String> wrong = new ArrayList<>();
    if (!RetentionClass.isKnown(hold.retentionClass())) {
      wrong.add(
          hold.retentionClass() + ": no class of the schedule; allowed: " + RetentionClass.names());
    }
    if (!LegalHold.REASONS.contains(hold.reason())) {
      wrong.add(
          hold.reason() + ": no reason; allowed: " + LegalHold.REASONS.stream().sorted().toList());
    }
    if (hold.until().isBefore(today) || hold.until().isAfter(today.plus(LegalHold.LONGEST))) {
      wrong.add(hold.until() + ": allowed are days from today to " + today.plus(LegalHold.LONGEST));
    }
    if (hold.reference().isBlank() || hold.owner().isBlank()) {
      wrong.add("a hold needs a reference and an owner");
    }
    return wrong;
  }

  /** Notes a hold and gives it the next number; a deletion that has begun is waited for. */
  LegalHold add(LegalHold hold) {
    return sources.change(
        "The hold cannot be noted",
        connection -> {
          Sql.lock(connection);
          LegalHold numbered = hold.numbered(next(connection));
          insert(connection, numbered);
          return numbered;
        });
  }

  private static long next(Connection connection) throws SQLException {
    return Sql.first(
            connection, row -> row.getLong(1), "SELECT COALESCE(MAX(id), 0) + 1 FROM consent_hold")
        .orElseThrow();
  }

  private static void insert(Connection connection, LegalHold hold) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_hold (id, class, reason, reference, owner, until)"
            + " VALUES (?,?,?,?,?,?)",
        hold.id(),
        hold.retentionClass(),
        hold.reason(),
        hold.reference(),
        hold.owner(),
        hold.until().toEpochDay());
  }

  /**
   * Lets nobody hold anything until this transaction ends.
   *
   * @throws LedgerException if the class is held already
   */
  static void requireNone(Connection connection, String retentionClass, Instant now)
      throws SQLException {
    Sql.lock(connection);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (all(connection).stream().anyMatch(hold -> hold.holds(retentionClass, today))) {
      throw new LedgerException(retentionClass + " is held: nothing of it is deleted");
    }
  }

  /** Ends a hold the day before; it is still there to be seen, so that no number is given twice. */
  boolean end(long id, LocalDate today) {
    return sources.change(
        "The hold cannot be ended",
        connection ->
            Sql.update(
                    connection,
                    "UPDATE consent_hold SET until = ? WHERE id = ? AND until >= ?",
                    today.minusDays(1).toEpochDay(),
                    id,
                    today.toEpochDay())
                > 0);
  }

  List<LegalHold> all() {
    return sources.ask("The holds cannot be read", Holds::all);
  }

  private static List<LegalHold> all(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        Holds::hold,
        "SELECT id, class, reason, reference, owner, until FROM consent_hold ORDER BY id");
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    return new LegalHold(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        LocalDate.ofEpochDay(Math.max(0, Math.min(row.getLong(UNTIL), LATEST))));
  }
}
