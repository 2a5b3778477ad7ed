package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.consentgateway.cookie.SetCookie;

/** What tests ask of verdicts, as text. */
final class Cookies {

  private Cookies() {}

  static SetCookie cookie(String text) {
    return assertInstanceOf(SetCookie.class, SetCookie.parse(text));
  }

  /** The verdict on a field in a browser that has had no persistent cookie. */
  static Verdict judge(ConsentPolicy policy, String text, Consent consent) {
    return policy.judge(SetCookie.parse(text), consent, FirstDeposits.none(), Policies.NOW);
  }

  static void assertAllowed(String expected, Verdict verdict) {
    assertEquals(expected, assertInstanceOf(Verdict.Allow.class, verdict).cookie().text());
  }

  static void assertShortened(String expected, Reason reason, Verdict verdict) {
    Verdict.Shorten shortened = assertInstanceOf(Verdict.Shorten.class, verdict);
    assertEquals(expected, shortened.cookie().text());
    assertEquals(reason, shortened.reason());
  }

  static void assertDropped(Reason reason, Verdict verdict) {
    assertEquals(new Verdict.Drop(reason), verdict);
  }
}
