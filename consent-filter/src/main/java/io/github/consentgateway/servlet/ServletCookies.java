package io.github.consentgateway.servlet;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.gateway.Exchange;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Cookies of the servlet API, both ways. */
final class ServletCookies {

  private ServletCookies() {}

  /** The cookie as it is now, whatever becomes of the object later. */
  static ParsedCookie snapshot(Cookie cookie, Instant now) {
    SetCookie.Builder builder =
        SetCookie.builder(cookie.getName(), Objects.requireNonNullElse(cookie.getValue(), ""));
    addText(builder, "Path", cookie.getPath());
    addText(builder, "Domain", cookie.getDomain());
    cookie
        .getAttributes()
        .forEach((name, value) -> addOther(builder, name, Objects.requireNonNullElse(value, "")));
    if (cookie.getMaxAge() >= 0) {
      builder.lifetime(Duration.ofSeconds(cookie.getMaxAge()), now);
    }
    if (cookie.getSecure()) {
      builder.flag("Secure");
    }
    if (cookie.isHttpOnly()) {
      builder.flag("HttpOnly");
    }
    return builder.build();
  }

  private static void addText(SetCookie.Builder builder, String name, String value) {
    if (value != null && !value.isEmpty()) {
      builder.attribute(name, value);
    }
  }

  private static void addOther(SetCookie.Builder builder, String name, String value) {
    if (isByMethod(name)) {
      return;
    }
    if (name.equalsIgnoreCase("Partitioned")) {
      flagUnlessFalse(builder, value);
    } else {
      builder.attribute(name, value);
    }
  }

  /** Attributes that the API stores under names but answers by methods. */
  private static boolean isByMethod(String name) {
    return switch (name.length()) {
      case 4 -> name.equalsIgnoreCase("Path");
      case 6 -> name.equalsIgnoreCase("Domain") || name.equalsIgnoreCase("Secure");
      case 7 -> name.equalsIgnoreCase("Max-Age") || name.equalsIgnoreCase("Comment");
      case 8 -> name.equalsIgnoreCase("HttpOnly");
      default -> false;
    };
  }

  /** Servlet 6.0 stores flags as "true", 6.1 as the empty string. */
  private static void flagUnlessFalse(SetCookie.Builder builder, String value) {
    if (!value.equalsIgnoreCase("false")) {
      builder.flag("Partitioned");
    }
  }

  /** The cookies that an application may see, in the order of the request. */
  static List<Cookie> of(Exchange exchange) {
    List<Cookie> cookies = new ArrayList<>();
    exchange.visitCookies(
        (text, nameFrom, nameTo, valueFrom, valueTo) -> {
          add(cookies, text.substring(nameFrom, nameTo), unquoted(text, valueFrom, valueTo));
          return true;
        });
    return cookies;
  }

  private static void add(List<Cookie> cookies, String name, String value) {
    try {
      cookies.add(new Cookie(name, value));
    } catch (IllegalArgumentException noToken) {
      // The API has no cookie of such a name, in any container.
    }
  }

  private static String unquoted(String text, int from, int to) {
    boolean quoted = to - from >= 2 && text.charAt(from) == '"' && text.charAt(to - 1) == '"';
    return quoted ? text.substring(from + 1, to - 1) : text.substring(from, to);
  }
}
