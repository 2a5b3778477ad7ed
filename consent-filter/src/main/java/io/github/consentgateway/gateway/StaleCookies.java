package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.CookieRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cookies that came with the request although their purpose is not granted: left over from an
 * earlier consent, or written by a script (CK-10, LT-06). The response expires them over their
 * declared scopes and the request's own path, at most {@value #OCTETS} octets at a time; what is
 * left over goes with the next response. Other names that the policy does not know are hidden but
 * left alone: they may belong to another application on the domain.
 */
final class StaleCookies {

  static final int OCTETS = 2_560;
  static final StaleCookies NONE = new StaleCookies(List.of());

  /** Destinations that carry a page or data; images and styles stay cacheable. */
  private static final Set<String> PAGES = Set.of("document", "iframe", "frame", "empty");

  private final List<SetCookie> deletions;

  private StaleCookies(List<SetCookie> deletions) {
    this.deletions = deletions;
  }

  static StaleCookies of(
      Map<String, Optional<CookieRule>> stale, RequestHead request, ScopeSweep sweep) {
    if (stale.isEmpty() || !carriesPage(request)) {
      return NONE;
    }
    String path = request.contextPath() + request.path();
    List<SetCookie> deletions = new ArrayList<>();
    stale.forEach((name, rule) -> deletions.addAll(sweep.declared(rule, name, path)));
    return new StaleCookies(HeadBudget.fitting(deletions, OCTETS));
  }

  private static boolean carriesPage(RequestHead request) {
    List<String> destination = request.fields("Sec-Fetch-Dest");
    return destination.isEmpty() || PAGES.contains(destination.get(0));
  }

  boolean isEmpty() {
    return deletions.isEmpty();
  }

  List<SetCookie> deletions() {
    return deletions;
  }

  /** Whether {@code offered} deletes what {@code sent} fields delete already. */
  boolean covers(SetCookie offered, OwnFields sent) {
    for (SetCookie deletion : deletions) {
      if (sameScope(deletion, offered)
          && offered.value().isEmpty()
          && sent.include(deletion.text())) {
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
