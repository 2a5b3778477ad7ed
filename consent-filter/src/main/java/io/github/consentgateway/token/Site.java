package io.github.consentgateway.token;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The origin that tokens are issued by and for, and the form of its cookies: {@code __Host-}, so
 * that neither a subdomain nor plain HTTP can plant one; without the prefix on a developer's own
 * machine, where there is no TLS.
 */
record Site(String origin) {

  private static final Pattern HTTPS = Pattern.compile("https://[A-Za-z0-9.:\\[\\]-]{1,260}");
  private static final Pattern LOCAL =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  Site {
    if (!HTTPS.matcher(origin).matches() && !LOCAL.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "site: \"%s\" is no origin; allowed: https://host, or http://localhost for trials"
              .formatted(origin));
    }
  }

  private boolean secure() {
    return origin.startsWith("https:");
  }

  /** The name under which browsers keep the cookie {@code base}. */
  String cookieName(String base) {
    return secure() ? "__Host-" + base : base;
  }

  /** A cookie that only this origin's server reads, with a life counted from {@code now}. */
  SetCookie cookie(String name, String value, Duration life, Instant now) {
    SetCookie.Builder builder = SetCookie.builder(name, value).attribute("Path", "/");
    SetCookie.Builder guarded = secure() ? builder.flag("Secure") : builder;
    ParsedCookie built =
        guarded.flag("HttpOnly").attribute("SameSite", "Lax").lifetime(life, now).build();
    if (built instanceof SetCookie cookie) {
      return cookie;
    }
    throw new IllegalArgumentException(name + " cannot be a cookie: " + built);
  }
}
