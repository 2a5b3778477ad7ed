package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.SetCookie;
import java.util.Optional;

/** What is to become of a {@code Set-Cookie} field. */
public sealed interface Verdict {

  /**
   * The cookie leaves.
   *
   * @param cookie what leaves; as given, but blanked if it is a deletion, and {@code Secure} if
   *     browsers would refuse it otherwise
   * @param rule the rule that it passed under; empty for the deletion of an unknown cookie
   */
  record Allow(SetCookie cookie, Optional<CookieRule> rule) implements Verdict {}

  /**
   * The cookie leaves with a shorter life.
   *
   * @param cookie what leaves
   * @param rule the rule that it passed under
   * @param reason which limit the given life went beyond
   */
  record Shorten(SetCookie cookie, CookieRule rule, Reason reason) implements Verdict {}

  /**
   * Nothing leaves.
   *
   * @param reason why
   */
  record Drop(Reason reason) implements Verdict {}
}
