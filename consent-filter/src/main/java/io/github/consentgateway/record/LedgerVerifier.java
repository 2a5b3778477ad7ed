package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Reads a whole ledger and tells whether it is what was written: nothing altered, taken out, put
 * into another order or cut off. It writes nothing, reads one consistent state while others go on
 * writing, and keeps in memory what grows with months and erasures, not with records.
 *
 * <p>Whoever can write to the database and sign can make up another history. That shows only to
 * those who hold something signed of the true one: a receipt, or the heads of an earlier reading.
 */
public final class LedgerVerifier {

  private static final int ROWS_AT_ONCE = 2_000;
  private static final int PROGRESS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Sources sources;
  private final Signer signer;

  /** Verifies the ledger in this database by what {@code signer} believes. */
  public LedgerVerifier(DataSource source, Signer signer) {
    this.sources = new Sources(source, PATIENCE);
    this.signer = signer;
  }

  /**
   * Reads all of it.
   *
   * @param progress told how many rows have been read, now and then
   * @throws LedgerException if the database cannot be read
   */
  public Verification verify(LongConsumer progress) {
    try (Connection connection = sources.open()) {
      connection.setTransactionIsolation(Dialect.of(connection).snapshot());
      Verification found = verify(connection, progress);
      connection.rollback();
      return found;
    } catch (SQLException e) {
      throw new LedgerException("The ledger's database cannot be read", e);
    }
  }

  private Verification verify(Connection connection, LongConsumer progress) throws SQLException {
    Reading reading =
        new Reading(spans(connection), heads(connection), Ties.read(connection), signer);
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT chain, seq, period, subject, content, digest, hash FROM consent_record"
                + " ORDER BY chain, seq")) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        while (reading.goesOn() && rows.next()) {
          reading.read(KeptRow.of(rows));
          if (reading.rows() % PROGRESS == 0) {
            progress.accept(reading.rows());
          }
        }
      }
    }
    return reading.end();
  }

  private static List<KeptSpan> spans(Connection connection) throws SQLException {
    List<KeptSpan> spans = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT chain, first_seq, period, before_hash, last_seq, last_hash, certificate"
                    + " FROM consent_span ORDER BY chain, first_seq");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        spans.add(KeptSpan.of(rows));
      }
    }
    return spans;
  }

  private static Map<Long, List<KeptHead>> heads(Connection connection) throws SQLException {
    Map<Long, List<KeptHead>> heads = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT chain, seq, jws FROM consent_head ORDER BY chain, seq");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        KeptHead head = new KeptHead(rows.getLong(1), rows.getLong(2), rows.getString(3));
        heads.computeIfAbsent(head.chain(), chain -> new ArrayList<>()).add(head);
      }
    }
    return heads;
  }
}
