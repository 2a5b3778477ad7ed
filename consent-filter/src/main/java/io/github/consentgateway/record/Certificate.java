package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The signed proof that the records of a month were deleted in due time; it holds nothing of them
 * (RT-12).
 *
 * @param key what the key of the month was called
 * @param rows how many rows there were
 * @param spans one hash for all spans that they formed, in the order of chains and numbers
 */
record Certificate(int period, String key, long rows, String spans, Instant at) {

  /** The type of the statement, in the header of its signature. */
  static final String TYPE = "consent-deletion+jws";

  /** The certificate of a month's deletion. */
  static Certificate of(int period, String key, List<Span> spans, Instant at) {
    return new Certificate(
        period, key, rows(spans), hash(spans), at.truncatedTo(ChronoUnit.SECONDS));
  }

  private static long rows(List<Span> spans) {
    return spans.stream().mapToLong(Span::rows).sum();
  }

  private static String hash(List<Span> spans) {
    Hash hash = Hash.NOTHING;
    for (Span span : spans) {
      hash = hash.with(span);
    }
    return hash.toString();
  }

  String signed(Signer signer) {
    return signer.sign(
        TYPE,
        "{\"class\":\"%s\",\"period\":%d,\"key\":\"%s\",\"rows\":%d,\"at\":\"%s\",\"spans\":\"%s\"}"
            .formatted(ProofDisposal.CLASS, period, key, rows, at, spans));
  }

  /** What a known key has signed; empty for anything else. */
  static Optional<Certificate> of(String jws, Signer signer) {
    return signer.verified(TYPE, jws).flatMap(Certificate::read);
  }

  private static Optional<Certificate> read(String payload) {
    try {
      JsonNode said = Json.read(payload);
      return said.path("class").asText().equals(ProofDisposal.CLASS)
          ? Optional.of(
              new Certificate(
                  said.path("period").asInt(),
                  said.path("key").asText(),
                  said.path("rows").asLong(-1),
                  said.path("spans").asText(),
                  Instant.parse(said.path("at").asText())))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it speaks of these spans, all of them, and of a time when they were due. */
  boolean covers(List<Span> deleted) {
    return deleted.stream().allMatch(span -> span.period() == period)
        && rows == rows(deleted)
        && spans.equals(hash(deleted))
        && ProofDisposal.isDue(period, RetentionClass.named(ProofDisposal.CLASS).dueThrough(at));
  }
}
