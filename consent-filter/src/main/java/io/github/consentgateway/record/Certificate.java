package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The signed proof that data was deleted in due time; it holds nothing of the data (RT-12). */
final class Certificate {

  /** The type of the statement, in the header of its signature. */
  static final String TYPE = "consent-deletion+jws";

  private static final JsonMapper JSON = new JsonMapper();

  private Certificate() {}

  /** Whether a span's certificate is signed and speaks of that span. */
  static boolean covers(KeptSpan kept, Signer signer) {
    return kept.certificate()
        .flatMap(jws -> signer.verified(TYPE, jws))
        .filter(payload -> covers(payload, kept.span()))
        .isPresent();
  }

  private static boolean covers(String payload, Span span) {
    try {
      for (JsonNode said : JSON.readTree(payload).path("spans")) {
        if (said.path("chain").asText().equals(Chain.name(span.chain()))
            && said.path("first").asLong(-1) == span.first()
            && said.path("last").asLong(-1) == span.last()
            && said.path("hash").asText().equals(span.hash().toString())) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
