package io.github.consentgateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Symmetric keys as a JWK Set (<a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC
 * 7517</a>), the signing key first.
 *
 * @param keys at least one key when the set was read without a problem
 */
record JwkSet(List<StoredKey> keys) {

  /**
   * A key and the time of its making.
   *
   * @param made empty for a key that was written by hand without {@code iat}
   */
  record StoredKey(TokenKey key, Optional<Instant> made) {}

  private static final int MOST_KEYS = 64;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Reads a file's content; adds to {@code problems} what is wrong with it. */
  static JwkSet read(byte[] json, List<String> problems) {
    JsonNode members = members(json, problems);
    List<StoredKey> keys = new ArrayList<>();
    Set<String> kids = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      List<String> found = new ArrayList<>();
      KeyMember member = new KeyMember(members.get(i), "keys[" + i + "]", found);
      member.read().ifPresent(keys::add);
      if (!kids.add(member.kid())) {
        found.add("keys[" + i + "].kid: the same as before; each key has a kid of its own");
      }
      problems.addAll(found);
    }
    return new JwkSet(keys);
  }

  private static JsonNode members(byte[] json, List<String> problems) {
    try {
      JsonNode members = JSON.readTree(new String(json, StandardCharsets.UTF_8)).path("keys");
      if (members.isEmpty() || !members.isArray() || members.size() > MOST_KEYS) {
        problems.add("\"keys\": an array of 1 to 64 keys is required");
        return JSON.createArrayNode();
      }
      return members;
    } catch (JsonProcessingException e) {
      problems.add(place(e) + ": not one complete JSON object without duplicates");
      return JSON.createArrayNode();
    }
  }

  /** The parser's own message would quote the file. */
  private static String place(JsonProcessingException e) {
    return Optional.ofNullable(e.getLocation())
        .map(at -> "line " + at.getLineNr() + ", column " + at.getColumnNr())
        .orElse("content");
  }

  /** The text of the file. */
  byte[] json() {
    ObjectNode set = JSON.createObjectNode();
    ArrayNode members = set.putArray("keys");
    keys.forEach(stored -> write(stored, members.addObject()));
    try {
      return JSON.writeValueAsBytes(set);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can be written", e);
    }
  }

  private static void write(StoredKey stored, ObjectNode member) {
    member.put("kty", "oct").put("alg", "HS256").put("kid", stored.key().kid());
    stored.made().ifPresent(made -> member.put("iat", made.getEpochSecond()));
    member.put(
        "k",
        Base64.getUrlEncoder().withoutPadding().encodeToString(stored.key().secret().getEncoded()));
  }

  /** The keys without their dates. */
  List<TokenKey> tokenKeys() {
    return keys.stream().map(StoredKey::key).toList();
  }
}
