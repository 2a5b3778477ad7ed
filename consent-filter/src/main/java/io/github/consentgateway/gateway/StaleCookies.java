package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.CookieRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Cookies that came with the request although their purpose is not granted: left over from an
 * earlier consent, or written by a script (CK-10, LT-06). The response expires them over their
 * declared scopes and the request's own path, at most {@value #OCTETS} octets at a time; what is
 * left over goes with the next responses. Each begins by chance: a cookie that no deletion reaches
 * must not keep others waiting. Other names that the policy does not know are hidden but left
 * alone: they may belong to another application on the domain.
 */
final class StaleCookies {

  static final int OCTETS = 2_560;

  /** {@code Set-Cookie: a=; Path=/; Max-Age=0} and the end of its line. */
  private static final int SHORTEST = 36;

  static final StaleCookies NONE = new StaleCookies(List.of());

  /** Destinations that carry a page or data; images and styles stay cacheable. */
  private static final Set<String> PAGES = Set.of("document", "iframe", "frame", "empty");

  private final List<SetCookie> deletions;

  private StaleCookies(List<SetCookie> deletions) {
    this.deletions = deletions;
  }

  static StaleCookies of(
      Map<String, Optional<CookieRule>> stale, RequestHead request, ScopeSweep sweep) {
    return of(stale, request, sweep, ThreadLocalRandom.current());
  }

  static StaleCookies of(
      Map<String, Optional<CookieRule>> stale,
      RequestHead request,
      ScopeSweep sweep,
      RandomGenerator chance) {
    if (stale.isEmpty() || !carriesPage(request)) {
      return NONE;
    }
    String path = request.contextPath() + request.path();
    List<SetCookie> deletions = new ArrayList<>();
    int left = OCTETS;
    for (Map.Entry<String, Optional<CookieRule>> cookie : turned(stale.entrySet(), chance)) {
      if (left < SHORTEST) {
        break;
      }
      List<SetCookie> scopes = sweep.declared(cookie.getValue(), cookie.getKey(), path);
      deletions.addAll(HeadBudget.fitting(turned(scopes, chance), left));
      left = OCTETS - HeadBudget.octets(deletions);
    }
    return new StaleCookies(deletions);
  }

  private static <T> List<T> turned(Collection<T> all, RandomGenerator chance) {
    List<T> turned = new ArrayList<>(all);
    Collections.rotate(turned, chance.nextInt(Math.max(1, all.size())));
    return turned;
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
