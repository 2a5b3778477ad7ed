package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What a signed head says: that a chain had this hash at this number. */
record SaidHead(long chain, long seq, Hash hash, Instant at) {

  private static final JsonMapper JSON = new JsonMapper();

  /** What a known key has signed; empty for anything else. */
  static Optional<SaidHead> of(String jws, Signer signer) {
    return signer.verified(SignedHead.TYPE, jws).flatMap(SaidHead::read);
  }

  private static Optional<SaidHead> read(String payload) {
    try {
      JsonNode said = JSON.readTree(payload);
      return Optional.of(
          new SaidHead(
              Long.parseUnsignedLong(said.path("chain").asText(), 16),
              said.path("seq").asLong(-1),
              Hash.kept(Base64.getUrlDecoder().decode(said.path("hash").asText())),
              Instant.parse(said.path("at").asText())));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
