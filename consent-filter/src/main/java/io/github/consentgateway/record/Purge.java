package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes a month out of the ledger and leaves its certificate; records that their visitors have
 * restricted are set aside. To do it again changes nothing.
 */
record Purge(RecordSeal seal, int period, String certificate, Instant at) implements Change {

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
    new Quarantine(seal).setAside(connection, period, seal.period(at), at);
    Dialect.of(connection).drop(connection, period);
  }
}
