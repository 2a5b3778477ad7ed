package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A row as the database has it, which may be anything. */
record KeptRow(
    long chain,
    long seq,
    int period,
    Optional<String> subject,
    Optional<Content> content,
    Optional<Hash> digest,
    Hash hash) {

  /** All columns of the records' table, in the order of {@link #of}. */
  static final String SELECT =
      "SELECT chain, seq, period, subject, content, digest, hash FROM consent_record";

  private static final int HASH = 7;

  static KeptRow of(ResultSet row) throws SQLException {
    return new KeptRow(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        Optional.ofNullable(row.getString(4)),
        Optional.ofNullable(row.getBytes(5)).map(Content::of),
        Optional.ofNullable(row.getBytes(6)).map(Hash::kept),
        Hash.kept(row.getBytes(HASH)));
  }

  boolean isErased() {
    return content.isEmpty();
  }

  /** The digest of the content, or what was left of it; a row with neither has that of nothing. */
  Hash contentDigest() {
    return content.map(kept -> kept.digest(subject)).or(() -> digest).orElse(Hash.NOTHING);
  }
}
