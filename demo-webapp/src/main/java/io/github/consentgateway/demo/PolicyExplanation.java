package io.github.consentgateway.demo;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.demo.gate.Explanation;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.policy.CookieRule;
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
  public Why why(String header, String value, HttpServletRequest request) {
    if (!header.strip().equals(header)) {
      return why(Reason.HEADER_NAME);
    }
    if (header.equalsIgnoreCase("Set-Cookie2")) {
      return why(Reason.SET_COOKIE2);
    }
    Verdict verdict =
        gateway
            .policy()
            .judge(
                SetCookie.parse(value),
                ConsentFilter.consent(request),
                FirstDeposits.none(),
                Instant.now());
    if (verdict instanceof Verdict.Drop drop) {
      return why(drop.reason());
    }
    return verdict instanceof Verdict.Shorten shorten
        ? why(shorten.reason())
        : passed((Verdict.Allow) verdict);
  }

  private static Why passed(Verdict.Allow allow) {
    if (allow.cookie().isDeletion(Instant.now())) {
      return new Why("ALREADY_EXPIRED", "A deletion always passes.", Optional.empty());
    }
    boolean exempt = allow.rule().flatMap(CookieRule::exempt).isPresent();
    return new Why(exempt ? "ALLOW_EXEMPT" : "ALLOW_GRANTED", "It may pass.", Optional.empty());
  }

  private static Why why(Reason reason) {
    return new Why(reason.name(), reason.explanation(), Optional.of(reason.reference()));
  }
}
