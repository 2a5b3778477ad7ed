package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that visitors are shown under one policy: the manifest and the texts that it names by their
 * hashes.
 *
 * @param hash the SHA-256 of the manifest, in base64url
 * @param version the version of the privacy policy
 * @param since when it was first shown
 * @param manifest the manifest, JSON
 * @param texts each text by its SHA-256 in base64url; empty where only the list is asked for
 */
public record Publication(
    String hash, String version, Instant since, String manifest, Map<String, String> texts) {

  /** Copies the texts. */
  public Publication {
    texts = Map.copyOf(texts);
  }

  /**
   * The hash of the text of this kind.
   *
   * @param language its language; of texts that have none, any will do
   */
  public Optional<String> textOf(String kind, String language) {
    for (JsonNode text : shown()) {
      boolean same = text.path("language").asText(language).equals(language);
      if (same && text.path("kind").asText().equals(kind)) {
        return Optional.of(text.path("sha256").asText());
      }
    }
    return Optional.empty();
  }

  /** The media type of a text that the manifest names; empty if it does not name it. */
  public Optional<String> typeOf(String text) {
    for (JsonNode shown : shown()) {
      if (shown.path("sha256").asText().equals(text)) {
        return Optional.of(shown.path("type").asText());
      }
    }
    return Optional.empty();
  }

  /**
   * One of the texts.
   *
   * @param kind what it is, such as {@code banner}
   * @param language its language; empty if it has none
   * @param type its media type
   * @param hash its SHA-256 in base64url
   */
  public record Text(String kind, String language, String type, String hash) {}

  /** All texts, in the order of the manifest. */
  public List<Text> shownTexts() {
    List<Text> all = new ArrayList<>();
    for (JsonNode text : shown()) {
      all.add(
          new Text(
              text.path("kind").asText(),
              text.path("language").asText(),
              text.path("type").asText(),
              text.path("sha256").asText()));
    }
    return all;
  }

  private JsonNode shown() {
    try {
      return Json.read(manifest).path("texts");
    } catch (IllegalArgumentException e) {
      throw new LedgerException("A manifest that was kept cannot be read");
    }
  }
}
