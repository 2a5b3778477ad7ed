package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed statement of where the access journal begins and ends: its beginning moves when entries
 * are over their time, its end with each access.
 *
 * @param before the hash before the first entry
 * @param last the number of the last entry; one less than {@code first} if there is none
 * @param hash the hash of the last entry
 * @param at when the last entry was written
 */
record AccessHead(long first, Hash before, long last, Hash hash, Instant at) {

  /** The type of the statement, in the header of its signature. */
  static final String TYPE = "consent-access-head+jws";

  /** What is said of a journal that nobody has written to. */
  static AccessHead nothing(Instant now) {
    return new AccessHead(0, Hash.NOTHING, -1, Hash.NOTHING, now);
  }

  /** The same, with one more entry. */
  AccessHead with(AccessEntry entry, Instant now) {
    return new AccessHead(first, before, entry.id(), entry.hash(), now);
  }

  /** The same, without the entries up to this one. */
  AccessHead without(long id, Hash of) {
    return new AccessHead(id + 1, of, last, hash, at);
  }

  boolean endsWith(AccessEntry entry) {
    return last == entry.id() && hash.equals(entry.hash());
  }

  /** What is kept and signed; what nobody has signed is as if it were not there. */
  static Optional<AccessHead> read(Connection connection, Signer signer) throws SQLException {
    return Sql.first(connection, row -> row.getString(1), "SELECT jws FROM consent_access_head")
        .flatMap(jws -> signer.verified(TYPE, jws))
        .flatMap(AccessHead::parsed);
  }

  /** Whether there is one, signed or not. */
  static boolean isKept(Connection connection) throws SQLException {
    return Sql.first(connection, row -> true, "SELECT 1 FROM consent_access_head").isPresent();
  }

  private static Optional<AccessHead> parsed(String payload) {
    try {
      JsonNode said = Json.read(payload);
      return Optional.of(
          new AccessHead(
              said.path("first").asLong(),
              Json.hash(said.path("before")),
              said.path("last").asLong(),
              Json.hash(said.path("hash")),
              Instant.parse(said.path("at").asText())));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  void keep(Connection connection, Signer signer) throws SQLException {
    String payload =
        "{\"first\":%d,\"before\":\"%s\",\"last\":%d,\"hash\":\"%s\",\"at\":\"%s\"}"
            .formatted(first, before, last, hash, at);
    Sql.update(
        connection,
        "INSERT INTO consent_access_head (id, jws) VALUES (1, ?)"
            + " ON CONFLICT (id) DO UPDATE SET jws = excluded.jws",
        signer.sign(TYPE, payload));
  }
}
