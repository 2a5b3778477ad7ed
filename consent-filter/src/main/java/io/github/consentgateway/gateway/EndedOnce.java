package io.github.consentgateway.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Lets each consent end once: its token may come any number of times at once, before any of them
 * knows that it is over. Thread-safe.
 */
final class EndedOnce {

  private static final int MOST = 100_000;

  /** Longer than the ledger needs to know it on every node. */
  private static final Duration SPAN = Duration.ofMinutes(10);

  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SPAN).build();

  /** Whether nobody has ended this consent yet; from now on somebody has. */
  boolean claim(String consentId) {
    return ended.asMap().putIfAbsent(consentId, true) == null;
  }

  /** It has not ended after all. */
  void release(String consentId) {
    ended.invalidate(consentId);
  }
}
