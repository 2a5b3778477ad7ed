package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Consent;
import java.util.List;

/**
 * What a decision does.
 *
 * @param consent the standing of the visitor from now on
 * @param cookies what it does to the browser's cookies, in the order in which they are sent
 * @param trace what it leaves behind
 */
record Outcome(Consent consent, List<SetCookie> cookies, Trace trace) {

  /** What leaves no trace. */
  Outcome(Consent consent, List<SetCookie> cookies) {
    this(consent, cookies, Trace.NONE);
  }

  Outcome leaving(Trace left) {
    return new Outcome(consent, cookies, left);
  }

  /** Whether a consent has ended and nothing is granted any more. */
  boolean takesAllBack() {
    return trace.isWithdrawal() && consent.granted().isEmpty();
  }

  Answer carriedBy(Answer plain) {
    Answer answer = plain;
    for (SetCookie cookie : cookies) {
      answer = answer.with("Set-Cookie", cookie.text());
    }
    return answer;
  }
}
