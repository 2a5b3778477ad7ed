package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a signed head says: how a chain was, and when, whether nothing was to follow, and whether a
 * node has signed for another that was cut off.
 */
record SaidHead(Chain chain, Instant at, boolean closed, boolean forAnother) {

  /** What a known key has signed; empty for anything else. */
  static Optional<SaidHead> of(String jws, Signer signer) {
    return signer.verified(SignedHead.TYPE, jws).flatMap(SaidHead::read);
  }

  /** The number of the last row. */
  long seq() {
    return chain.length() - 1;
  }

  /** The hash of the last row. */
  Hash hash() {
    return chain.last();
  }

  private static Optional<SaidHead> read(String payload) {
    try {
      JsonNode said = Json.read(payload);
      long chain = Json.chain(said.path("chain"));
      List<Span> spans = spans(chain, said);
      return spans.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new SaidHead(
                  new Chain(chain, spans),
                  Instant.parse(said.path("at").asText()),
                  said.path("closed").asBoolean(),
                  said.path("other").asBoolean()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A month ends where the next one begins, and the last one where the chain does. */
  private static List<Span> spans(long chain, JsonNode said) {
    List<Span> spans = new ArrayList<>();
    long last = said.path("seq").asLong(-1);
    Hash hash = Json.hash(said.path("hash"));
    JsonNode months = said.path("months");
    for (int i = months.size() - 1; i >= 0; i--) {
      JsonNode month = months.get(i);
      long first = month.path("first").asLong(-1);
      Hash before = Json.hash(month.path("before"));
      spans.add(0, new Span(chain, first, month.path("period").asInt(), before, last, hash));
      last = first - 1;
      hash = before;
    }
    return spans;
  }
}
