package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.CookieHeader;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Registered cookies that came with the request although their purpose is not granted: left over
 * from an earlier consent, or written by a script (CK-10, LT-06). The response expires them over
 * their declared scopes, at most {@value #MOST} fields at a time; what is left over goes with the
 * next response. Cookies that the registry does not know are hidden but left alone: they may belong
 * to another application on the domain.
 */
final class StaleCookies {

  static final int MOST = 20;
  static final StaleCookies NONE = new StaleCookies(List.of());

  /** Destinations that carry a page or data; images and styles stay cacheable. */
  private static final Set<String> PAGES = Set.of("document", "iframe", "frame", "empty");

  private final List<SetCookie> deletions;

  private StaleCookies(List<SetCookie> deletions) {
    this.deletions = deletions;
  }

  static StaleCookies of(
      Generation gate,
      RequestHead request,
      List<String> cookieFields,
      Consent consent,
      Clock clock) {
    Map<String, CookieRule> hidden = hidden(gate.policy(), cookieFields, consent);
    if (hidden.isEmpty() || !carriesPage(request)) {
      return NONE;
    }
    Instant now = clock.instant();
    List<SetCookie> deletions = new ArrayList<>();
    hidden.forEach((name, rule) -> deletions.addAll(gate.sweep().declared(rule, name, now)));
    return new StaleCookies(deletions.subList(0, Math.min(deletions.size(), MOST)));
  }

  /** The registered cookies of the request that the application may not see, by name. */
  static Map<String, CookieRule> hidden(
      ConsentPolicy policy, List<String> cookieFields, Consent consent) {
    Search search = new Search(policy, consent);
    for (String field : cookieFields) {
      new CookieHeader(field).visit(search);
    }
    return search.hidden;
  }

  /** Makes nothing as long as it finds nothing, as it does in most requests. */
  private static final class Search implements CookieHeader.PairVisitor {
    private final ConsentPolicy policy;
    private final Consent consent;
    private Map<String, CookieRule> hidden = Map.of();

    Search(ConsentPolicy policy, Consent consent) {
      this.policy = policy;
      this.consent = consent;
    }

    @Override
    public boolean visit(String text, int from, int to, int valueFrom, int valueTo) {
      if (from < to && !policy.mayRead(text, from, to, consent)) {
        String name = text.substring(from, to);
        policy.rule(name).ifPresent(rule -> add(name, rule));
      }
      return hidden.size() < MOST;
    }

    private void add(String name, CookieRule rule) {
      hidden = hidden.isEmpty() ? new LinkedHashMap<>() : hidden;
      hidden.put(name, rule);
    }
  }

  private static boolean carriesPage(RequestHead request) {
    List<String> destination = request.fields("Sec-Fetch-Dest");
    return destination.isEmpty() || PAGES.contains(destination.get(0));
  }

  boolean isEmpty() {
    return deletions.isEmpty();
  }

  List<String> lines() {
    return deletions.stream().map(SetCookie::text).toList();
  }

  /** Whether {@code offered} deletes what these deletions delete already. */
  boolean covers(SetCookie offered) {
    for (SetCookie deletion : deletions) {
      if (sameScope(deletion, offered) && offered.value().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameScope(SetCookie one, SetCookie other) {
    return one.name().equals(other.name())
        && one.path().equals(other.path())
        && one.domain().equals(other.domain())
        && one.partitioned() == other.partitioned();
  }
}
