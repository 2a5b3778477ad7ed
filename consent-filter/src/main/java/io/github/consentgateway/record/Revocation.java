package io.github.consentgateway.record;

import java.time.Instant;

/**
 * The end of a consent before its time.
 *
 * @param ends when it would have ended by itself: until then its token is to be refused
 */
record Revocation(String consentId, Instant ends) {

  /** Tells the time only. */
  @Override
  public String toString() {
    return "Revocation[" + ends + "]";
  }
}
