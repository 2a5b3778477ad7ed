package io.github.consentgateway.record;

import java.time.Instant;
import java.util.Map;

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
}
