package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.CookieHeader;
import io.github.consentgateway.cookie.CookieHeader.PairVisitor;
import io.github.consentgateway.policy.Access;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cookies of one request, judged in one pass. It makes nothing as long as it finds nothing to
 * remember, as in most requests.
 */
final class RequestCookies implements PairVisitor {

  /** Names remembered for expiry; browsers keep some 180 cookies for a site. */
  static final int MOST_STALE = 256;

  private static final int LONGEST_NAME = 256;

  private final List<String> fields;
  private final ConsentPolicy policy;
  private final Consent consent;
  private boolean hides;
  private boolean dependsOnConsent;
  private Map<String, Optional<CookieRule>> stale = Map.of();

  RequestCookies(List<String> fields, ConsentPolicy policy, Consent consent) {
    this.fields = fields;
    this.policy = policy;
    this.consent = consent;
    for (String field : fields) {
      new CookieHeader(field).visit(this);
    }
  }

  @Override
  public boolean visit(String text, int from, int to, int valueFrom, int valueTo) {
    Access access = policy.access(text, from, to, consent);
    hides |= !access.visible();
    dependsOnConsent |= access == Access.GRANTED || access == Access.DENIED;
    if (isStale(access) && isName(from, to) && stale.size() < MOST_STALE) {
      remember(text.substring(from, to));
    }
    return true;
  }

  private static boolean isStale(Access access) {
    return access == Access.DENIED || access == Access.TRACKER;
  }

  /** Longer names are nobody's but an attacker's, who would have them echoed. */
  private static boolean isName(int from, int to) {
    return from < to && to - from <= LONGEST_NAME;
  }

  private void remember(String name) {
    stale = stale.isEmpty() ? new LinkedHashMap<>() : stale;
    stale.put(name, policy.rule(name));
  }

  /** The fields as they came. */
  List<String> fields() {
    return fields;
  }

  /** Whether the application does not see all of it. */
  boolean hides() {
    return hides;
  }

  /** Whether another choice of the visitor would show the application another set of cookies. */
  boolean dependsOnConsent() {
    return dependsOnConsent;
  }

  /**
   * The names that the response is to expire, with their rules; unregistered trackers have none.
   */
  Map<String, Optional<CookieRule>> stale() {
    return stale;
  }

  /** The fields with only what the application may see; empty if nothing is left. */
  List<String> visible() {
    if (!hides) {
      return fields;
    }
    List<String> visible = new ArrayList<>(fields.size());
    for (String field : fields) {
      CookieHeader seen = new CookieHeader(field).keep(this::mayRead);
      if (!seen.isEmpty()) {
        visible.add(seen.text());
      }
    }
    return visible;
  }

  /** Shows the visible cookies in order. */
  void visitVisible(PairVisitor visitor) {
    for (String field : fields) {
      new CookieHeader(field)
          .visit(
              (text, nameFrom, nameTo, valueFrom, valueTo) ->
                  (hides && !mayRead(text, nameFrom, nameTo))
                      || visitor.visit(text, nameFrom, nameTo, valueFrom, valueTo));
    }
  }

  /** Whether a cookie of this rule is among them. */
  boolean have(CookieRule rule) {
    boolean[] found = {false};
    for (String field : fields) {
      new CookieHeader(field)
          .visit(
              (text, from, to, valueFrom, valueTo) -> {
                Optional<CookieRule> of = policy.rule(text.substring(from, to));
                found[0] |= of.filter(rule::equals).isPresent();
                return !found[0];
              });
    }
    return found[0];
  }

  private boolean mayRead(String text, int from, int to) {
    return policy.mayRead(text, from, to, consent);
  }
}
