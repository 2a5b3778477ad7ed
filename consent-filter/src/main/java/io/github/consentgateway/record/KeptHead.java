package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A signed head as the database has it. */
record KeptHead(long chain, long seq, String jws) {

  static KeptHead of(ResultSet row) throws SQLException {
    return new KeptHead(row.getLong(1), row.getLong(2), row.getString(3));
  }

  /** Whether a known key has signed that the chain had this hash here. */
  boolean says(Hash hash, Signer signer) {
    return SaidHead.of(jws, signer)
        .filter(said -> said.chain() == chain && said.seq() == seq && said.hash().equals(hash))
        .isPresent();
  }

  /** The day that it was signed on; the last of all days if nobody knows. */
  LocalDate day(Signer signer) {
    return SaidHead.of(jws, signer)
        .map(said -> LocalDate.ofInstant(said.at(), ZoneOffset.UTC))
        .orElse(LocalDate.MAX);
  }

  boolean isSigned(Signer signer) {
    return SaidHead.of(jws, signer).isPresent();
  }
}
