package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Takes a month out of the ledger and leaves its certificate; records that their visitors have
 * restricted are set aside. To do it again changes nothing.
 */
record Purge(RecordSeal seal, int period, List<Span> spans, String certificate, Instant at)
    implements Change {

  @Override
  public void on(Connection connection) throws SQLException {
    List<Span> now =
        Sql.list(
            connection,
            row -> KeptSpan.of(row).span(),
            KeptSpan.SELECT + " WHERE period = ? AND certificate IS NULL ORDER BY chain, first_seq",
            period);
    if (now.isEmpty()) {
      // Another node was faster, or a first writing was kept after all.
      return;
    }
    if (!now.equals(spans)) {
      throw new LedgerException("Something was added to a month that is to go; it will go later");
    }
    Sql.update(
        connection,
        "UPDATE consent_span SET certificate = ? WHERE period = ? AND certificate IS NULL",
        certificate,
        period);
    Sql.update(
        connection,
        "INSERT INTO consent_certificate (id, jws) VALUES (?,?) ON CONFLICT DO NOTHING",
        at.toEpochMilli() * 1_000_000 + period,
        certificate);
    new Quarantine(seal).setAside(connection, period, seal.period(at), at);
    Dialect.of(connection).drop(connection, period);
  }
}
