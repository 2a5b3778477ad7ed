package io.github.consentgateway.page;

import java.time.Instant;
import java.util.List;

/**
 * A record of a consent as its visitor sees it.
 *
 * @param id what names the record
 * @param number what names the consent, for whoever asks about it
 * @param event what happened, as the end of a key: {@code given}, {@code withdrawn}, …
 * @param at when
 * @param ends the first instant at which the consent no longer stands
 * @param notice the SHA-256 of the manifest of what was shown
 * @param granted the ids of the purposes accepted
 * @param refused the ids of the purposes declined
 */
public record Proof(
    String id,
    String number,
    String event,
    Instant at,
    Instant ends,
    String notice,
    List<String> granted,
    List<String> refused) {

  /** Copies the lists. */
  public Proof {
    granted = List.copyOf(granted);
    refused = List.copyOf(refused);
  }
}
