package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads a ledger without opening it: nothing is written, no chain begins. */
public final class LedgerReader {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int ROWS_AT_ONCE = 2_000;

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
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement("SELECT COUNT(*) FROM consent_record");
        ResultSet rows = query.executeQuery()) {
      rows.next();
      long count = rows.getLong(1);
      connection.rollback();
      return count;
    } catch (SQLException e) {
      throw new LedgerException("The ledger's database cannot be read", e);
    }
  }

  /** Shows all records in the order of their chains; restricted ones are left out (DR-05). */
  public void forEach(Consumer<LedgerEntry> consumer) {
    try (Connection connection = sources.open();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT chain, seq, content, hash FROM consent_record WHERE subject IS NOT NULL"
                    + " AND subject NOT IN (SELECT subject FROM consent_restriction)"
                    + " ORDER BY chain, seq")) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          consumer.accept(
              new LedgerEntry(
                  RecordText.read(rows.getString(3)),
                  Chain.name(rows.getLong(1)),
                  rows.getLong(2),
                  Hash.kept(rows.getBytes(4)).toString()));
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new LedgerException("The ledger's database cannot be read", e);
    }
  }
}
