package io.github.consentgateway.gateway;

import java.util.List;
import java.util.Set;

/**
 * Whether a request was made by a page of this very site: browsers say so in {@code Sec-Fetch-Site}
 * (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>), older ones in {@code
 * Origin}. A request that says neither, was a prefetch, or is for a frame, is not believed.
 */
final class SameOrigin {

  /** Where the answer to a deliberate act goes: into the window, or to a script of the page. */
  private static final Set<String> ACTS = Set.of("document", "empty");

  private SameOrigin() {}

  static boolean holds(RequestHead request, String site) {
    if (!request.fields("Sec-Purpose").isEmpty()
        || !request.fields("Purpose").isEmpty()
        || !ACTS.containsAll(request.fields("Sec-Fetch-Dest"))) {
      return false;
    }
    List<String> fetchSite = request.fields("Sec-Fetch-Site");
    List<String> origin = request.fields("Origin");
    return fetchSite.isEmpty()
        ? origin.equals(List.of(site))
        : fetchSite.equals(List.of("same-origin")) && isOwn(origin, site);
  }

  /** Pages that send no referrer say "null" even to their own site. */
  private static boolean isOwn(List<String> origin, String site) {
    return origin.isEmpty() || origin.equals(List.of(site)) || origin.equals(List.of("null"));
  }
}
