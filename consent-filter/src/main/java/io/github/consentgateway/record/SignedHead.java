package io.github.consentgateway.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A signed statement that a chain had a certain end at a certain time. One is kept for each day.
 *
 * @param seq the number of the last row
 * @param hash its hash
 */
record SignedHead(long chain, long seq, Hash hash, Instant at, String jws) {

  /** The type of the statement, in the header of its signature. */
  static final String TYPE = "consent-ledger-head+jws";

  static SignedHead of(long chain, long seq, Hash hash, Instant at, Signer signer) {
    String payload =
        "{\"chain\":\"%s\",\"seq\":%d,\"hash\":\"%s\",\"at\":\"%s\"}"
            .formatted(Chain.name(chain), seq, hash, at);
    return new SignedHead(chain, seq, hash, at, signer.sign(TYPE, payload));
  }

  long day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
  }
}
