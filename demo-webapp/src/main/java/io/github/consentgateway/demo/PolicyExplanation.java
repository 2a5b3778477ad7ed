package io.github.consentgateway.demo;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.demo.gate.Explanation;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.FirstDeposits;
import io.github.consentgateway.policy.Reason;
import io.github.consentgateway.policy.Verdict;
import io.github.consentgateway.servlet.ConsentFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Explains by asking the policy for its verdict once more. */
record PolicyExplanation(ConsentGateway gateway, Clock clock) implements Explanation {

  @Override
  public Why why(String header, List<String> parts, HttpServletRequest request) {
    if (!header.strip().equals(header)) {
      return why(Reason.HEADER_NAME, false);
    }
    if (header.equalsIgnoreCase("Set-Cookie2")) {
      return why(Reason.SET_COOKIE2, false);
    }
    return why(parts.size() == 1 ? SetCookie.parse(parts.get(0)) : assembled(parts), request);
  }

  private static ParsedCookie assembled(List<String> parts) {
    SetCookie.Builder cookie = SetCookie.builder(before(parts.get(0)), after(parts.get(0)));
    parts.stream().skip(1).forEach(part -> cookie.attribute(before(part), after(part)));
    return cookie.build();
  }

  private static String before(String part) {
    return part.substring(0, part.indexOf('='));
  }

  private static String after(String part) {
    return part.substring(part.indexOf('=') + 1);
  }

  private Why why(ParsedCookie cookie, HttpServletRequest request) {
    Instant now = clock.instant();
    Verdict verdict =
        gateway.policy().judge(cookie, ConsentFilter.consent(request), FirstDeposits.none(), now);
    if (verdict instanceof Verdict.Drop drop) {
      return why(drop.reason(), false);
    }
    if (verdict instanceof Verdict.Shorten shorten) {
      return why(shorten.reason(), true);
    }
    Verdict.Allow allow = (Verdict.Allow) verdict;
    return allow.cookie().isDeletion(now)
        ? why(Reason.ALREADY_EXPIRED, true)
        : passed(allow.rule());
  }

  private static Why passed(Optional<CookieRule> rule) {
    boolean exempt = rule.flatMap(CookieRule::exempt).isPresent();
    return new Why(
        exempt ? "ALLOW_EXEMPT" : "ALLOW_GRANTED", "It may pass.", true, Optional.empty());
  }

  private static Why why(Reason reason, boolean passes) {
    return new Why(reason.name(), reason.explanation(), passes, Optional.of(reason.reference()));
  }
}
