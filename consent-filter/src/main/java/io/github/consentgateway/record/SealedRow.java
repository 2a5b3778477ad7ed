package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A record's row as the database has it. */
record SealedRow(long chain, long seq, int period, String subject, Content content, Hash hash) {

  /** The columns that {@link #of} reads, in its order. */
  static final String COLUMNS = "chain, seq, period, subject, content, hash";

  private static final int CONTENT = 5;
  private static final int HASH = 6;

  static SealedRow of(ResultSet row) throws SQLException {
    return new SealedRow(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getString(4),
        Content.of(row.getBytes(CONTENT)),
        Hash.kept(row.getBytes(HASH)));
  }

  /**
   * The record that it holds.
   *
   * @throws LedgerException if it cannot be read
   */
  LedgerEntry entry(RecordSeal seal) {
    return new LedgerEntry(
        RecordText.read(seal.open(period, subject, content)),
        Chain.name(chain),
        seq,
        hash.toString());
  }

  /** The same record, sealed with the key of another month. */
  SealedRow under(int month, RecordSeal seal) {
    ConsentRecord record = entry(seal).record();
    String tag = seal.tag(month, record.consentId());
    return new SealedRow(
        chain, seq, month, tag, seal.seal(month, tag, RecordText.of(record)), hash);
  }
}
