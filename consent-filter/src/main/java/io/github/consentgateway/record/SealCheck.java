package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares the keys with those that the latest records were sealed with, and notes the one of this
 * month: a node with other keys would write what the rest could not read.
 */
record SealCheck(RecordSeal seal, Instant now) {

  /** The name of a month's key, as the database has it. */
  private record Kept(int period, String name) {
    static Kept of(ResultSet row) throws SQLException {
      return new Kept(row.getInt(1), row.getString(2));
    }
  }

  /**
   * Makes the comparison.
   *
   * @throws LedgerException if the keys are others
   */
  void on(Connection connection) throws SQLException {
    compare(connection);
    int period = seal.period(now);
    Sql.update(
        connection,
        "INSERT INTO consent_seal (period, name) VALUES (?,?) ON CONFLICT DO NOTHING",
        period,
        seal.name(period));
    // Another node may have been faster, with keys of its own.
    compare(connection);
  }

  private void compare(Connection connection) throws SQLException {
    Optional<Kept> last =
        Sql.first(
            connection,
            Kept::of,
            "SELECT period, name FROM consent_seal ORDER BY period DESC LIMIT 1");
    if (last.isPresent() && !isOurs(last.get())) {
      throw new LedgerException(
          "the records of %s were sealed with other keys; those that all nodes had then are needed"
              .formatted(Row.month(last.get().period())));
    }
  }

  private boolean isOurs(Kept kept) {
    return seal.knows(kept.period()) && seal.name(kept.period()).equals(kept.name());
  }
}
