package io.github.consentgateway.demo.lab;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie that most attempts are about: audience measurement, two years long. */
final class Tracker {
  static final String NAME = "_ga";
  static final String VALUE = "GA1.1.lab.1";
  static final int TWO_YEARS = 63_072_000;
  static final String LINE = NAME + "=" + VALUE + "; Max-Age=" + TWO_YEARS + "; Path=/";

  private Tracker() {}

  /** Sets it by the API made for it. */
  static void add(HttpServletResponse response) {
    Cookie cookie = new Cookie(NAME, VALUE);
    cookie.setPath("/");
    cookie.setMaxAge(TWO_YEARS);
    response.addCookie(cookie);
  }
}
