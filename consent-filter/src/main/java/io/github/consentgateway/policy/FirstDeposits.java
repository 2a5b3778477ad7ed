package io.github.consentgateway.policy;

import java.time.LocalDate;
import java.util.Optional;

/** Knows since when this browser has had a persistent cookie. Asked only when one would pass. */
@FunctionalInterface
public interface FirstDeposits {

  /** The first UTC day on which a cookie of {@code rule} was deposited, if one ever was. */
  Optional<LocalDate> of(CookieRule rule);

  /**
   * Whether the browser has a cookie of {@code rule} whose first day nobody knows any more. Such a
   * cookie is set for the session only: 390 days from now would begin its 13 months anew.
   */
  default boolean unknown(CookieRule rule) {
    return false;
  }

  /** The memory of a browser that has had no persistent cookie. */
  static FirstDeposits none() {
    return rule -> Optional.empty();
  }
}
