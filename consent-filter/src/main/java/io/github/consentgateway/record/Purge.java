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

  /** More than there are periods. */
  private static final long A_MILLION = 1_000_000;

  @Override
  public void on(Connection connection) throws SQLException {
    List<Span> now = spans(connection, period);
    if (now.isEmpty()) {
      // Another node was faster, or a first writing was kept after all.
      return;
    }
    Holds.requireNone(connection, ProofDisposal.CLASS, at);
    if (!now.equals(spans)) {
      throw new LedgerException("Something was added to a month that is to go; it will go later");
    }
    long number = at.toEpochMilli() * A_MILLION + period;
    Certificates.keep(connection, number, certificate);
    Sql.update(
        connection,
        "UPDATE consent_span SET certificate = ? WHERE period = ? AND certificate IS NULL",
        number,
        period);
    new Quarantine(seal).setAside(connection, period, seal.period(at), at);
    Dialect.of(connection).drop(connection, period);
  }

  /** The spans of a month that is not deleted, in the order of chains and numbers. */
  static List<Span> spans(Connection connection, int period) throws SQLException {
    return Sql.list(
        connection,
        row -> KeptSpan.of(row).span(),
        KeptSpan.SELECT + " WHERE period = ? AND certificate IS NULL ORDER BY chain, first_seq",
        period);
  }
}
