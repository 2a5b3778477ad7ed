package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes a month out of the ledger and leaves its certificate; records that their visitors have
 * restricted are set aside. To do it again changes nothing.
 */
record Purge(int period, String certificate, Instant at) implements Change {

  @Override
  public void on(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE consent_span SET certificate = ? WHERE period = ? AND certificate IS NULL")) {
      update.setString(1, certificate);
      update.setInt(2, period);
      if (update.executeUpdate() == 0) {
        // Another node was faster, or a first writing was kept after all.
        return;
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO consent_certificate (id, jws) VALUES (?,?) ON CONFLICT DO NOTHING")) {
      insert.setLong(1, at.toEpochMilli() * 1_000_000 + period);
      insert.setString(2, certificate);
      insert.executeUpdate();
    }
    if (isAnythingRestricted(connection)) {
      setAside(connection);
    }
    Dialect.of(connection).drop(connection, period);
  }

  /** Mostly nothing is, and then no row of the month need be looked at. */
  private static boolean isAnythingRestricted(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT 1 FROM consent_restriction LIMIT 1");
        ResultSet rows = query.executeQuery()) {
      return rows.next();
    }
  }

  private void setAside(Connection connection) throws SQLException {
    try (PreparedStatement copy =
        connection.prepareStatement(
            "INSERT INTO consent_quarantine (chain, seq, subject, content, hash, since)"
                + " SELECT chain, seq, subject, content, hash, ? FROM consent_record"
                + " WHERE period = ? AND subject IN (SELECT subject FROM consent_restriction)")) {
      copy.setLong(1, at.getEpochSecond());
      copy.setInt(2, period);
      copy.executeUpdate();
    }
  }
}
