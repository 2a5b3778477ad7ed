package io.github.consentgateway.gateway;

import java.util.Set;

/**
 * What a visitor has taken back.
 *
 * @param consentId the random identifier of the consent that has ended; what is left of it, if
 *     anything, goes on under another
 * @param purposes the purposes that are not granted any more
 * @param erased whether the visitor wants the data erased as well (GDPR article 17)
 */
public record Withdrawal(String consentId, Set<String> purposes, boolean erased) {

  /** Copies the purposes. */
  public Withdrawal {
    purposes = Set.copyOf(purposes);
  }

  /** Names the purposes only. */
  @Override
  public String toString() {
    return "Withdrawal" + purposes + (erased ? " erased" : "");
  }
}
