package io.github.consentgateway.policy;

import java.util.List;

/**
 * The response headers that make a browser store something or send something later: requests for
 * high-entropy client hints, topics, attribution sources and triggers, writes to shared storage.
 * The last octet of an entry may be {@code *}.
 */
final class GatedHeaders {

  static final List<String> ALL =
      List.of(
          "Accept-CH",
          "Critical-CH",
          "Observe-Browsing-Topics",
          "Attribution-Reporting-Register-*",
          "Shared-Storage-Write");

  private GatedHeaders() {}

  static boolean contain(String name) {
    for (String gated : ALL) {
      if (matches(gated, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String gated, String name) {
    return gated.endsWith("*")
        ? name.regionMatches(true, 0, gated, 0, gated.length() - 1)
        : name.equalsIgnoreCase(gated);
  }
}
