package io.github.consentgateway.record;

import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A signed statement of how a chain was at a certain time: where it ended, and which of its rows
 * are filed under which month. The latest one of each chain is kept.
 *
 * @param closed whether nothing will ever follow
 */
record SignedHead(Chain chain, Instant at, boolean closed, String jws) {

  /** The type of the statement, in the header of its signature. */
  static final String TYPE = "consent-ledger-head+jws";

  /** Signs how a chain is; it has a row at least. */
  static SignedHead of(Chain chain, Instant at, boolean closed, Signer signer) {
    return of(chain, at, closed, false, signer);
  }

  /** Signs how a chain is that another node has left: nobody does so a second time. */
  static SignedHead forAnother(Chain chain, Instant at, Signer signer) {
    return of(chain, at, false, true, signer);
  }

  private static SignedHead of(
      Chain chain, Instant at, boolean closed, boolean forAnother, Signer signer) {
    String payload =
        ("{\"chain\":\"%s\",\"seq\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"closed\":%b,\"other\":%b,"
                + "\"months\":%s}")
            .formatted(
                Chain.name(chain.id()),
                chain.length() - 1,
                chain.last(),
                at,
                closed,
                forAnother,
                chain.spans().stream()
                    .map(SignedHead::month)
                    .collect(Collectors.joining(",", "[", "]")));
    return new SignedHead(chain, at, closed, signer.sign(TYPE, payload));
  }

  private static String month(Span span) {
    return "{\"period\":%d,\"first\":%d,\"before\":\"%s\"}"
        .formatted(span.period(), span.first(), span.before());
  }

  /** The number of the last row. */
  long seq() {
    return chain.length() - 1;
  }
}
