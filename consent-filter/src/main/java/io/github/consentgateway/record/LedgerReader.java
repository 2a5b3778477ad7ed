package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads a ledger without opening it: nothing is written, no chain begins. */
public final class LedgerReader {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String UNREADABLE = "The ledger's database cannot be read";

  private final Sources sources;

  /** Reads the ledger in this database. */
  public LedgerReader(DataSource source) {
    this.sources = new Sources(source, PATIENCE);
  }

  /** All that is kept of a consent, the oldest first. */
  public List<LedgerEntry> history(String consentId) {
    return new Shelf(sources).history(consentId);
  }

  /** How many rows there are. */
  public long rows() {
    return sources.ask(
        UNREADABLE,
        connection ->
            Sql.first(connection, row -> row.getLong(1), "SELECT COUNT(*) FROM consent_record")
                .orElseThrow());
  }

  /** Shows all records in the order of their chains; restricted ones are left out (DR-05). */
  public void forEach(Consumer<LedgerEntry> consumer) {
    sources.ask(UNREADABLE, connection -> forEach(connection, consumer));
  }

  private static boolean forEach(Connection connection, Consumer<LedgerEntry> consumer)
      throws SQLException {
    Sql.each(
        connection,
        row -> {
          consumer.accept(LedgerEntry.of(row));
          return true;
        },
        "SELECT chain, seq, content, hash FROM consent_record WHERE subject IS NOT NULL"
            + " AND subject NOT IN (SELECT subject FROM consent_restriction)"
            + " ORDER BY chain, seq");
    return true;
  }
}
