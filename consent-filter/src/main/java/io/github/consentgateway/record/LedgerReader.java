package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads a ledger without opening it: nothing is written, no chain begins. */
public final class LedgerReader {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String UNREADABLE = "The ledger's database cannot be read";

  private final Sources sources;
  private final RecordSeal seal;

  /** Reads the ledger in this database, whose records were sealed with these keys. */
  public LedgerReader(DataSource source, Sealer keys) {
    this.sources = new Sources(source, PATIENCE);
    this.seal = new RecordSeal(keys);
  }

  /** All that is kept of a consent, the oldest first. */
  public List<LedgerEntry> history(String consentId) {
    return new Shelf(sources, seal).history(consentId);
  }

  /** Shows all records in the order of their chains; restricted ones are left out (DR-05). */
  public void forEach(Consumer<LedgerEntry> consumer) {
    sources.ask(UNREADABLE, connection -> forEach(connection, consumer));
  }

  private boolean forEach(Connection connection, Consumer<LedgerEntry> consumer)
      throws SQLException {
    Set<String> restricted = new Restrictions(seal).ids(connection);
    Sql.each(
        connection,
        row -> {
          LedgerEntry entry = SealedRow.of(row).entry(seal);
          if (!restricted.contains(entry.record().consentId())) {
            consumer.accept(entry);
          }
          return true;
        },
        "SELECT "
            + SealedRow.COLUMNS
            + " FROM consent_record WHERE subject IS NOT NULL AND period >= ?"
            + " ORDER BY chain, seq",
        seal.first());
    return true;
  }
}
