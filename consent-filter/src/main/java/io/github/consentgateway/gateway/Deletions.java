package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The deletion of all that a visitor does not allow any more, over all its scopes (WD-02, WD-03):
 * cookies of the request first, then those that may lie where this request could not show them;
 * near scopes before far ones. The days of first deposits stay: a later yes does not begin the 13
 * months anew.
 */
final class Deletions {

  /** What the deletions of one response may take of its head. */
  static final int OCTETS = 5_120;

  private Deletions() {}

  static List<SetCookie> of(Visit visit, Consent after) {
    Map<String, Optional<CookieRule>> gone = gone(visit, after);
    Set<SetCookie> deletions = new LinkedHashSet<>();
    ScopeSweep sweep = visit.gate().sweep();
    gone.forEach((name, rule) -> deletions.addAll(sweep.declared(rule, name, "/")));
    gone.forEach((name, rule) -> deletions.addAll(sweep.everywhere(rule, name)));
    return HeadBudget.fitting(List.copyOf(deletions), Math.min(OCTETS, visit.room()));
  }

  private static Map<String, Optional<CookieRule>> gone(Visit visit, Consent after) {
    ConsentPolicy policy = visit.gate().policy();
    Set<String> lost = lost(policy, visit.consent(), after);
    Map<String, Optional<CookieRule>> gone =
        new LinkedHashMap<>(new RequestCookies(visit.cookies().fields(), policy, after).stale());
    for (CookieRule rule : policy.cookies()) {
      if (!rule.name().contains("*") && lost.contains(rule.name())) {
        gone.putIfAbsent(rule.name(), Optional.of(rule));
      }
    }
    return gone;
  }

  private static Set<String> lost(ConsentPolicy policy, Consent before, Consent after) {
    Set<String> lost = new HashSet<>();
    for (CookieRule rule : policy.cookies()) {
      if (allows(before, rule) && !allows(after, rule)) {
        lost.add(rule.name());
      }
    }
    return lost;
  }

  private static boolean allows(Consent consent, CookieRule rule) {
    return rule.isOpenToObjection()
        ? !consent.objects()
        : rule.exempt().isPresent() || consent.granted().containsAll(rule.purposes());
  }
}
