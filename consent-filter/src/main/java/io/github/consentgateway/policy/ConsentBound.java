package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.SetCookie;
import java.time.Duration;
import java.time.Instant;

/**
 * The rule that no cookie outlives the consent that it needs (GDPR article 7, {@code
 * bindToConsent}). A cookie for the session is left alone: it is hidden once the consent has ended.
 *
 * @param left what remains of the consent; nothing, if nobody knows when it ends
 */
record ConsentBound(Duration left, Instant now) {

  static ConsentBound of(Consent consent, Instant now) {
    return new ConsentBound(
        consent.ends().map(end -> Duration.between(now, end)).orElse(Duration.ZERO), now);
  }

  /** The verdict on a cookie that needs the consent, lowered to its end. */
  Verdict within(Verdict verdict) {
    if (verdict instanceof Verdict.Allow allow) {
      return within(allow.cookie(), allow.rule().orElseThrow(), verdict);
    }
    return verdict instanceof Verdict.Shorten shorten
        ? within(shorten.cookie(), shorten.rule(), verdict)
        : verdict;
  }

  private Verdict within(SetCookie cookie, CookieRule rule, Verdict verdict) {
    return cookie.lifetime(now).map(life -> within(life, cookie, rule, verdict)).orElse(verdict);
  }

  private Verdict within(Duration life, SetCookie cookie, CookieRule rule, Verdict verdict) {
    if (left.toSeconds() <= 0) {
      return new Verdict.Drop(Reason.CONSENT_END);
    }
    boolean over = life.compareTo(left) > 0;
    return over || cookie.expiresAfter(now.plus(left))
        ? new Verdict.Shorten(
            cookie.withLifetime(over ? left : life, now), rule, Reason.CONSENT_END)
        : verdict;
  }
}
