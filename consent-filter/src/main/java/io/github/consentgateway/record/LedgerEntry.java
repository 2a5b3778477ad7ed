package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A record and its place in the ledger, which ties it to all that was kept before it.
 *
 * @param record what was kept
 * @param chain the chain that it is in; each opening of a ledger begins one
 * @param seq its number in that chain, from 0
 * @param hash the SHA-256 of the chain up to this record, in base64url
 */
public record LedgerEntry(ConsentRecord record, String chain, long seq, String hash) {

  /** The entry in a row of chain, number, content and hash. */
  static LedgerEntry of(ResultSet row) throws SQLException {
    return new LedgerEntry(
        RecordText.read(row.getString(3)),
        Chain.name(row.getLong(1)),
        row.getLong(2),
        Hash.kept(row.getBytes(4)).toString());
  }
}
