package io.github.consentgateway.record;

import java.time.Instant;

/**
 * The end of a consent before its time, sealed.
 *
 * @param period the month whose key it is sealed with
 * @param subject what stands for the consent
 * @param consent the sealed identifier
 * @param ends when it would have ended by itself: until then its token is to be refused
 */
record Ending(int period, String subject, Content consent, Instant ends) {

  private static final String NAMED = "end of ";

  /** Another name than a record has, so that none can be put where the other belongs. */
  static String tag(RecordSeal seal, int period, String consentId) {
    return seal.tag(period, NAMED + consentId);
  }
}
