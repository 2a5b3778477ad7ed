package io.github.consentgateway.policy;

import java.util.List;

/**
 * The response headers that make a browser store something or send something later: requests for
 * high-entropy client hints, topics, attribution sources and triggers, writes to shared storage,
 * reports of what the visitor's network did (<a
 * href="https://www.w3.org/TR/network-error-logging/">NEL</a>; {@code Report-To} stores where they
 * go), and dictionaries, whose hash and identifier come back like a cookie (<a
 * href="https://www.rfc-editor.org/rfc/rfc9842#section-10">RFC 9842, 10</a>). The last octet of an
 * entry may be {@code *}.
 *
 * <p>{@code Reporting-Endpoints} is none of them: it ends with its document, stores nothing, and
 * tells where violations of a Content-Security-Policy are to be reported.
 */
final class GatedHeaders {

  static final List<String> ALL =
      List.of(
          "Accept-CH",
          "Critical-CH",
          "Observe-Browsing-Topics",
          "Attribution-Reporting-Register-*",
          "Shared-Storage-Write",
          "NEL",
          "Report-To",
          "Use-As-Dictionary");

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
