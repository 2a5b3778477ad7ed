package io.github.consentgateway.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * The consents that are being erased, or were a moment ago: what else was on its way about them is
 * not kept any more. Thread-safe.
 */
final class Erased {

  private static final int MOST = 100_000;

  /** Longer than anything can be on its way. */
  private static final Duration SPAN = Duration.ofMinutes(10);

  private final Cache<String, Boolean> consents =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SPAN).build();

  void mark(String consentId) {
    consents.put(consentId, true);
  }

  /** It could not be erased. */
  void unmark(String consentId) {
    consents.invalidate(consentId);
  }

  /** Whether a row tells of no consent that is erased. */
  boolean admits(Row row) {
    return row.record().filter(told -> consents.getIfPresent(told.consentId()) != null).isEmpty();
  }
}
