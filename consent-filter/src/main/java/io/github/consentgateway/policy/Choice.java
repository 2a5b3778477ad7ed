package io.github.consentgateway.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor chose, on which day, under which policy. It holds no personal datum: the consent
 * identifier is random and exists only if something was granted, so that a refusal cannot be told
 * from any other refusal of the same day.
 *
 * @param decidedOn the day of the choice, in UTC; days are as fine as a choice is dated
 * @param policy the {@linkplain ConsentPolicy#fingerprint() fingerprint} of the policy shown
 * @param granted the version of each purpose that was accepted, by purpose id
 * @param refused the version of each purpose that was declined, by purpose id
 * @param language the language of the text shown, as a BCP 47 tag
 * @param gpc whether the browser sent {@code Sec-GPC: 1} with the choice
 * @param consentId 128 random bits, present if and only if something was granted
 */
public record Choice(
    LocalDate decidedOn,
    String policy,
    Map<String, Integer> granted,
    Map<String, Integer> refused,
    String language,
    boolean gpc,
    Optional<String> consentId) {

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if an identifier comes without a grant or a grant without one
   */
  public Choice {
    granted = Map.copyOf(granted);
    refused = Map.copyOf(refused);
    if (granted.isEmpty() == consentId.isPresent()) {
      throw new IllegalArgumentException("a consent identifier goes with a grant, and only then");
    }
  }

  /** Tells the day and the counts only: an identifier is nobody's business in a log. */
  @Override
  public String toString() {
    return "Choice[%s, %d granted, %d refused]"
        .formatted(decidedOn, granted.size(), refused.size());
  }
}
