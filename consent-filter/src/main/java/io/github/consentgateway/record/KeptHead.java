package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A signed head as the database has it. */
record KeptHead(long chain, long seq, String jws) {

  private static final JsonMapper JSON = new JsonMapper();

  static KeptHead of(ResultSet row) throws SQLException {
    return new KeptHead(row.getLong(1), row.getLong(2), row.getString(3));
  }

  /** Whether a known key has signed that the chain had this hash here. */
  boolean says(Hash hash, Signer signer) {
    return signer.verified(SignedHead.TYPE, jws).filter(payload -> says(payload, hash)).isPresent();
  }

  private boolean says(String payload, Hash hash) {
    try {
      JsonNode said = JSON.readTree(payload);
      return said.path("chain").asText().equals(Chain.name(chain))
          && said.path("seq").asLong(-1) == seq
          && said.path("hash").asText().equals(hash.toString());
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The day that it was signed on; the last of all days if nobody knows. */
  LocalDate day(Signer signer) {
    return signer.verified(SignedHead.TYPE, jws).flatMap(KeptHead::day).orElse(LocalDate.MAX);
  }

  private static Optional<LocalDate> day(String payload) {
    try {
      String at = JSON.readTree(payload).path("at").asText();
      return Optional.of(LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC));
    } catch (JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isSigned(Signer signer) {
    return signer.verified(SignedHead.TYPE, jws).isPresent();
  }
}
