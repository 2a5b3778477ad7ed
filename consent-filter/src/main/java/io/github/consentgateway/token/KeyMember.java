package io.github.consentgateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.token.JwkSet.StoredKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One member of a JWK Set, with its place in the file and the list of what is wrong with it. */
record KeyMember(JsonNode node, String place, List<String> problems) {

  /** The key, if nothing is wrong with it. */
  Optional<StoredKey> read() {
    expect("kty", "oct");
    expect("alg", "HS256");
    if (!TokenKey.isKid(kid())) {
      problems.add(place + ".kid: missing or malformed; 1 to 64 of A-Z a-z 0-9 _ - are required");
    }
    if (!node.path("iat").isMissingNode() && !node.path("iat").canConvertToLong()) {
      problems.add(place + ".iat: not a number; seconds since 1970 are allowed");
    }
    byte[] secret = secret();
    return problems.isEmpty()
        ? Optional.of(new StoredKey(TokenKey.of(kid(), secret), made()))
        : Optional.empty();
  }

  /** The name of the key, empty if it has none. */
  String kid() {
    return node.path("kid").asText();
  }

  private Optional<Instant> made() {
    return Optional.of(node.path("iat"))
        .filter(JsonNode::isNumber)
        .map(iat -> Instant.ofEpochSecond(iat.asLong()));
  }

  private void expect(String name, String value) {
    if (!node.path(name).asText().equals(value)) {
      problems.add("%s.%s: \"%s\" is required".formatted(place, name, value));
    }
  }

  private byte[] secret() {
    String text = node.path("k").asText();
    if (!Base64Url.isCanonical(text)) {
      problems.add(place + ".k: not base64url; at least 43 of A-Z a-z 0-9 _ - are required");
      return new byte[0];
    }
    byte[] secret = Base64.getUrlDecoder().decode(text);
    KeyWeakness.of(secret).ifPresent(weakness -> problems.add(place + ".k: the key " + weakness));
    return secret;
  }

  /** Tells the place only. */
  @Override
  public String toString() {
    return "KeyMember[" + place + "]";
  }
}
