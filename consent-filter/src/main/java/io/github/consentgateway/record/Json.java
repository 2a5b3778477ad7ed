package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** The JSON that the ledger keeps and signs. */
final class Json {

  /** Nothing may be said twice, and nothing after the end. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * What a text says.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** A tree as text, in one line. */
  static String written(ObjectNode tree) {
    return tree.toString();
  }

  /** A hash, in base64url. */
  static Hash hash(JsonNode text) {
    return Hash.kept(Base64.getUrlDecoder().decode(text.asText()));
  }

  /** A chain's number, as {@link Chain#name} shows it. */
  static long chain(JsonNode name) {
    return Long.parseUnsignedLong(name.asText(), 16);
  }
}
