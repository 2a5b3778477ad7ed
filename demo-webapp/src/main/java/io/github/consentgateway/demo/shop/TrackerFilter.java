package io.github.consentgateway.demo.shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sets what shops set on every page and in every answer, by every route they know, and asks nobody:
 * audience measurement, an experiment, preferences, a name that no registry knows and a cookie for
 * ten years.
 */
final class TrackerFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int BUCKETS = 2;

  /** What comes back is not set again unless it is what we gave. */
  private static final Predicate<String> VISITOR =
      Pattern.compile("GA1\\.1\\.[0-9]{1,10}\\.[0-9]{1,12}").asMatchPredicate();

  private final transient Clock clock;

  TrackerFilter(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isPage(request)) {
      measureAudience(request, response);
      guessPreferences(request, response);
    }
    chain.doFilter(request, response);
  }

  /** Files and the attempts of the laboratory are left alone. */
  private static boolean isPage(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = original instanceof String failed ? failed : request.getRequestURI();
    return !uri.startsWith("/assets/") && !uri.startsWith("/cookies-lab/");
  }

  private void measureAudience(HttpServletRequest request, HttpServletResponse response) {
    String visitor = CookieJar.value(request, "_ga").filter(VISITOR).orElseGet(this::newVisitor);
    ShopCookies.set(response, "_ga", visitor, TWO_YEARS);
    response.addHeader(
        "Set-Cookie", "_ga_DEMO=GS1.1." + seconds() + ".1.0; Max-Age=63072000; Path=/");
    ShopCookies.set(response, "_gid", newVisitor(), A_DAY);
    response.addHeader(
        "Set-Cookie", "first_visit=" + seconds() + "; Path=/; Expires=" + inTenYears());
  }

  private void guessPreferences(HttpServletRequest request, HttpServletResponse response) {
    String variant =
        CookieJar.value(request, ShopCookies.VARIANT)
            .orElseGet(() -> ThreadLocalRandom.current().nextInt(BUCKETS) == 0 ? "a" : "b");
    response.addHeader(
        "Set-Cookie", ShopCookies.VARIANT + "=" + word(variant) + "; Max-Age=7776000; Path=/");
    response.addHeader(
        "Set-Cookie",
        ShopCookies.LANGUAGE_GUESS
            + "="
            + Language.preferred(request).tag()
            + "; Max-Age=31536000; Path=/; SameSite=Lax");
    response.addHeader("Set-Cookie", "zzz_unknown=1; Max-Age=31536000; Path=/");
  }

  private static String word(String value) {
    return value.equals("b") ? "b" : "a";
  }

  private String newVisitor() {
    return "GA1.1." + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) + "." + seconds();
  }

  private long seconds() {
    return clock.instant().getEpochSecond();
  }

  private String inTenYears() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        clock.instant().atZone(ZoneOffset.UTC).plusYears(10));
  }
}
