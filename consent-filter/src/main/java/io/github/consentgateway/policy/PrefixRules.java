package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.SetCookie;

/**
 * The conditions that a browser puts on names with a prefix, whatever the case of its letters (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">RFC
 * 6265bis section 4.1.3</a>).
 */
final class PrefixRules {

  private PrefixRules() {}

  static boolean broken(SetCookie cookie) {
    String name = cookie.text();
    return name.startsWith("__")
        && ((starts(name, "__Secure-") && !cookie.secure())
            || (starts(name, "__Host-") && !isHost(cookie))
            || (starts(name, "__Http-") && !isHttp(cookie))
            || (starts(name, "__Host-Http-") && !isHttp(cookie)));
  }

  private static boolean starts(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static boolean isHost(SetCookie cookie) {
    return cookie.secure()
        && cookie.domain().isEmpty()
        && cookie.path().filter("/"::equals).isPresent();
  }

  private static boolean isHttp(SetCookie cookie) {
    return cookie.secure() && cookie.httpOnly();
  }
}
