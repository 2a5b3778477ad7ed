package io.github.consentgateway.policy;

import java.util.Map;

/**
 * A reason to store or read something, as the visitor is asked about it.
 *
 * @param id the name of the purpose in the file, in tokens and for applications
 * @param version raised when the meaning changes: a consent to an earlier version counts no more
 * @param title the name shown, by language tag
 * @param description what is done and why, by language tag; at least 40 characters
 */
public record Purpose(
    String id, int version, Map<String, String> title, Map<String, String> description) {

  /** Copies the maps. */
  public Purpose {
    title = Map.copyOf(title);
    description = Map.copyOf(description);
  }
}
