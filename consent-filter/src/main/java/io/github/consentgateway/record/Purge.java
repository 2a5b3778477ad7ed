package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes a month out of the ledger and leaves its certificate; records that their visitors have
 * restricted are set aside. To do it again changes nothing.
 */
record Purge(int period, String certificate, Instant at) implements Change {

  @Override
  public void on(Connection connection) throws SQLException {
    int marked =
        Sql.update(
            connection,
            "UPDATE consent_span SET certificate = ? WHERE period = ? AND certificate IS NULL",
            certificate,
            period);
    if (marked == 0) {
      // Another node was faster, or a first writing was kept after all.
      return;
    }
    Sql.update(
        connection,
        "INSERT INTO consent_certificate (id, jws) VALUES (?,?) ON CONFLICT DO NOTHING",
        at.toEpochMilli() * 1_000_000 + period,
        certificate);
    if (isAnythingRestricted(connection)) {
      setAside(connection);
    }
    Dialect.of(connection).drop(connection, period);
  }

  /** Mostly nothing is, and then no row of the month need be looked at. */
  private static boolean isAnythingRestricted(Connection connection) throws SQLException {
    return Sql.first(connection, row -> 1, "SELECT 1 FROM consent_restriction LIMIT 1").isPresent();
  }

  private void setAside(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_quarantine (chain, seq, subject, content, hash, since)"
            + " SELECT chain, seq, subject, content, hash, CAST(? AS BIGINT) FROM consent_record"
            + " WHERE period = ? AND subject IN (SELECT subject FROM consent_restriction)",
        at.getEpochSecond(),
        period);
  }
}
