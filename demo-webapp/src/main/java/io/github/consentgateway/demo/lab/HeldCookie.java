package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.RawCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cookie that the browser holds and sends.
 *
 * @param name its name
 * @param value the beginning of its value: the rest is nobody's business, not even on this page
 * @param visible whether the application gets to see it
 */
public record HeldCookie(String name, String value, boolean visible) {
  private static final int MOST = 60;
  private static final int SHOWN = 8;

  static List<HeldCookie> all(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    Set<String> visible =
        cookies == null
            ? Set.of()
            : Stream.of(cookies).map(Cookie::getName).collect(Collectors.toSet());
    return Stream.of(RawCookies.of(request).split(";"))
        .map(String::strip)
        .filter(pair -> !pair.isEmpty())
        .limit(MOST)
        .map(pair -> of(pair, visible))
        .toList();
  }

  private static HeldCookie of(String pair, Set<String> visible) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals).strip();
    String value = equals < 0 ? "" : pair.substring(equals + 1).strip();
    return new HeldCookie(name, brief(value), visible.contains(name));
  }

  private static String brief(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
