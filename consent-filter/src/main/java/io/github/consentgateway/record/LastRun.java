package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the retention last ran, which tells whether the clock can be believed: one that has jumped
 * ahead must not delete anything.
 *
 * @param run the last run that deleted
 * @param seen what the clock said when it was first not believed
 */
record LastRun(Instant run, Instant seen) {

  private static final Duration JUMP = Duration.ofDays(2);

  static Optional<LastRun> read(Sources sources) {
    return sources.ask(
        "The last run of the retention cannot be read",
        connection ->
            Sql.first(connection, LastRun::of, "SELECT run, seen FROM consent_retention"));
  }

  private static LastRun of(ResultSet row) throws SQLException {
    return new LastRun(
        Instant.ofEpochSecond(row.getLong(1)), Instant.ofEpochSecond(row.getLong(2)));
  }

  /** A first jump is noted; if the clock still stands by it two days later, it is the time. */
  boolean makesPlausible(Instant now, Sources sources) {
    if (!now.isAfter(run.plus(JUMP))) {
      return true;
    }
    boolean forgotten = !seen.isAfter(run) || now.isAfter(seen.plus(JUMP.multipliedBy(2)));
    if (forgotten) {
      new LastRun(run, now).note(sources);
    }
    return !forgotten && !now.isBefore(seen.plus(JUMP));
  }

  void note(Sources sources) {
    sources.change(
        "The run of the retention cannot be noted",
        connection ->
            Sql.update(
                connection,
                "INSERT INTO consent_retention (id, run, seen) VALUES (1, ?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET run = excluded.run, seen = excluded.seen",
                run.getEpochSecond(),
                seen.getEpochSecond()));
  }
}
