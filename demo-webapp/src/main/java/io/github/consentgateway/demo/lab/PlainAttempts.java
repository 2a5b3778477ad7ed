package io.github.consentgateway.demo.lab;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Attempts within one servlet: cookies of all kinds, by all methods that write a field. */
final class PlainAttempts {
  private static final int NAMELESS = 5;

  /** Seconds after which the session of an attempt is forgotten. */
  private static final int SHORT = 30;

  private static final long NAMELESS_DATE =
      LocalDate.of(2030, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  private static final String TEN_YEARS = "first_visit=1; Max-Age=315360000; Path=/";
  private static final String UNKNOWN = "zzz_unknown=1; Max-Age=3600; Path=/";
  private static final String DELETION = "_ga=GA1.1.lab.1; Max-Age=0; Path=/";
  private static final String ESSENTIAL = "cart_hint=2; Path=/";
  private static final String WITHOUT_NAME = "a-tracker-without-a-name";
  private static final String LARGE = "cart_hint=" + "x".repeat(5_000);
  private static final String HARMFUL_PATH = "/; Domain=evil.example";

  private PlainAttempts() {}

  static List<Attempt> all() {
    return List.of(
        Attempt.of("add-cookie", Tracker.LINE, (request, response) -> Tracker.add(response)),
        header("add-header", Tracker.LINE),
        Attempt.of(
            "set-header",
            Tracker.LINE,
            (request, response) -> response.setHeader("Set-Cookie", Tracker.LINE)),
        Attempt.of(
            "add-int-header",
            Integer.toString(NAMELESS),
            (request, response) -> response.addIntHeader("Set-Cookie", NAMELESS)),
        Attempt.of(
            "add-date-header",
            "Tue, 01 Jan 2030 00:00:00 GMT",
            (request, response) -> response.addDateHeader("Set-Cookie", NAMELESS_DATE)),
        named("spaced-name", "Set-Cookie "),
        named("set-cookie2", "Set-Cookie2"),
        header("essential", ESSENTIAL),
        header("deletion", DELETION),
        header("ten-years", TEN_YEARS),
        header("unknown", UNKNOWN),
        header("nameless", WITHOUT_NAME),
        header("too-large", LARGE),
        new Attempt(
            "injection",
            "Set-Cookie",
            List.of("cart_hint=2", "Path=" + HARMFUL_PATH),
            (request, response) -> inject(response)),
        Attempt.of(
            "session",
            "JSESSIONID=node0...; Path=/; HttpOnly; SameSite=Lax",
            (request, response) -> request.getSession().setMaxInactiveInterval(SHORT)),
        Attempt.of(
            "unwrap", Tracker.LINE, (request, response) -> Tracker.add(innermost(response))));
  }

  private static Attempt header(String id, String line) {
    return Attempt.of(id, line, (request, response) -> response.addHeader("Set-Cookie", line));
  }

  private static Attempt named(String id, String name) {
    return new Attempt(
        id,
        name,
        List.of(Tracker.LINE),
        (request, response) -> response.addHeader(name, Tracker.LINE));
  }

  private static void inject(HttpServletResponse response) {
    Cookie cookie = new Cookie("cart_hint", "2");
    cookie.setPath(HARMFUL_PATH);
    response.addCookie(cookie);
  }

  /** What some libraries do: look for the container's response below all wrappers. */
  private static HttpServletResponse innermost(HttpServletResponse response) {
    ServletResponse inner = response;
    while (inner instanceof ServletResponseWrapper wrapper) {
      inner = wrapper.getResponse();
    }
    return (HttpServletResponse) inner;
  }
}
