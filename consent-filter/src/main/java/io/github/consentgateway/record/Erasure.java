package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the content out of rows and leaves their digests, so that the chain still fits. That it was
 * done is a row itself, which names the places and nobody: {@link Verification} believes no other
 * gap.
 */
record Erasure(Revocation revocation, List<LedgerEntry> entries) implements Change {

  /** The row that accounts for the gaps; it also revokes the consent. */
  Row row(Instant at) {
    String places =
        entries.stream()
            .map(entry -> "{\"chain\":\"%s\",\"seq\":%d}".formatted(entry.chain(), entry.seq()))
            .collect(Collectors.joining(",", "[", "]"));
    return new Row(
        at,
        Optional.empty(),
        "{\"event\":\"erased\",\"at\":\"%s\",\"rows\":%s}"
            .formatted(at.truncatedTo(ChronoUnit.SECONDS), places),
        Optional.of(revocation),
        Optional.empty());
  }

  @Override
  public void on(Connection connection) throws SQLException {
    for (LedgerEntry entry : entries) {
      blank(connection, entry);
    }
    forget(connection, "DELETE FROM consent_restriction WHERE subject = ?");
    forget(connection, "DELETE FROM consent_quarantine WHERE subject = ?");
  }

  private void forget(Connection connection, String sql) throws SQLException {
    Sql.update(connection, sql, revocation.consentId());
  }

  private static void blank(Connection connection, LedgerEntry entry) throws SQLException {
    Sql.update(
        connection,
        "UPDATE consent_record SET subject = NULL, content = NULL, digest = ?"
            + " WHERE chain = ? AND seq = ?",
        Hash.of(RecordText.of(entry.record())),
        Long.parseUnsignedLong(entry.chain(), 16),
        entry.seq());
  }

  /** Tells the number of rows only. */
  @Override
  public String toString() {
    return "Erasure[" + entries.size() + "]";
  }
}
