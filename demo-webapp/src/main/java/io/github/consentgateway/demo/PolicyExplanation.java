package io.github.consentgateway.demo;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.demo.gate.Explanation;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.FirstDeposits;
import io.github.consentgateway.policy.Reason;
import io.github.consentgateway.policy.Verdict;
import io.github.consentgateway.servlet.ConsentFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** Explains by asking the policy for its verdict once more. */
record PolicyExplanation(ConsentGateway gateway) implements Explanation {

  @Override
  public Why why(String setCookieLine, HttpServletRequest request) {
    Consent consent = ConsentFilter.consent(request);
    Verdict verdict =
        gateway
            .policy()
            .judge(SetCookie.parse(setCookieLine), consent, FirstDeposits.none(), Instant.now());
    if (verdict instanceof Verdict.Drop drop) {
      return why(drop.reason());
    }
    return verdict instanceof Verdict.Shorten shorten ? why(shorten.reason()) : Why.UNSAID;
  }

  private static Why why(Reason reason) {
    return new Why(reason.explanation(), Optional.of(reason.reference()));
  }
}
