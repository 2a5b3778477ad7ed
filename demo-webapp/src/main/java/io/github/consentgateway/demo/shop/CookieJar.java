package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a request, as the application sees them. */
final class CookieJar {
  private static final Cookie[] EMPTY = {};

  private CookieJar() {}

  static Stream<Cookie> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? EMPTY : cookies);
  }

  static Optional<String> value(HttpServletRequest request, String name) {
    return of(request).filter(c -> c.getName().equals(name)).map(Cookie::getValue).findFirst();
  }
}
