package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes the content out of rows and leaves their digests, so that the chain still fits. That it was
 * done is a row itself, which names the places and nobody: {@link Verification} believes no other
 * gap.
 */
record Erasure(Filing filing, ConsentRecord last, List<LedgerEntry> entries) implements Change {

  /** The row that accounts for the gaps; it also revokes the consent. */
  Row row(Instant at) {
    // With the latest of the rows that it accounts for, so that it goes no sooner than they.
    Instant filed =
        entries.stream()
            .map(entry -> entry.record().at())
            .filter(at::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(at);
    Ending ending = filing.ending(last.consentId(), last.ends(), filing.seal().period(filed));
    return new Chronicle(filing.seal()).erased(filed, entries, ending);
  }

  @Override
  public void on(Connection connection) throws SQLException {
    for (LedgerEntry entry : entries) {
      long chain = Long.parseUnsignedLong(entry.chain(), 16);
      blank(connection, chain, entry.seq());
      Quarantine.remove(connection, chain, entry.seq());
    }
    new Restrictions(filing.seal()).remove(connection, last.consentId());
  }

  private static void blank(Connection connection, long chain, long seq) throws SQLException {
    Optional<SealedRow> row =
        Sql.first(
            connection,
            SealedRow::of,
            "SELECT "
                + SealedRow.COLUMNS
                + " FROM consent_record WHERE chain = ? AND seq = ? AND subject IS NOT NULL",
            chain,
            seq);
    if (row.isPresent()) {
      Sql.update(
          connection,
          "UPDATE consent_record SET subject = NULL, content = NULL, digest = ?"
              + " WHERE chain = ? AND seq = ?",
          row.get().content().digest(Optional.of(row.get().subject())),
          chain,
          seq);
    }
  }

  /** Tells the number of rows only. */
  @Override
  public String toString() {
    return "Erasure[" + entries.size() + "]";
  }
}
