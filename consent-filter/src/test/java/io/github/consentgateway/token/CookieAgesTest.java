package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEYS;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.SITE;
import static io.github.consentgateway.token.Fixtures.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.CookieRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LT-05")
class CookieAgesTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final CookieAges ages = new CookieAges(SITE, KEYS, clock);
  private final Browser browser = new Browser(clock);

  private FirstDays seen() {
    return ages.read(browser.cookies());
  }

  private List<SetCookie> deposit(String... rules) {
    FirstDays before = seen();
    FirstDays after = before;
    for (String rule : rules) {
      after = after.with(rule, today());
    }
    List<SetCookie> changes = ages.changes(before, after);
    changes.forEach(browser::store);
    return changes;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Test
  void remembersTheFirstDay() {
    assertEquals(Optional.empty(), seen().of("_ga*"));
    deposit("_ga*");
    clock.advance(Duration.ofDays(100));

    assertEquals(Optional.of(DAY), seen().of("_ga*"));
    assertEquals(Optional.empty(), seen().of("_ga"));
  }

  @Test
  void datesTheRulesOfAPolicy() {
    CookieRule rule = Fixtures.POLICY.rule("_ga_123").orElseThrow();

    assertEquals(Optional.of(DAY), seen().with(rule, DAY).of(rule));
    assertEquals(List.of(), ages.changes(seen(), seen()));
  }

  @Test
  @DisplayName("TK-08: the day cookie to the last character")
  void writesOneSmallCookieForADay() {
    SetCookie cookie = deposit("b", "a").get(0);

    assertEquals(
        "__Host-consent-since-20261123="
            + cookie.value()
            + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=33696000"
            + "; Expires=Sat, 18 Dec 2027 00:00:00 GMT",
        cookie.text());
    assertEquals(
        "{\"iss\":\"https://www.example.fr\",\"aud\":\"https://www.example.fr\","
            + "\"iat\":1795392000,\"rules\":[\"a\",\"b\"]}",
        payload(cookie.value()));
    assertTrue(cookie.name().startsWith(ages.cookiePrefix()));
  }

  @Test
  @DisplayName("LT-05: 30 daily visits and a renewal at month 6 never move the end")
  void neverMovesTheEndByVisitsOrARenewal() {
    Instant end = MIDNIGHT.plus(Duration.ofDays(390));
    deposit("_ga*");
    for (int visit = 1; visit <= 30; visit++) {
      clock.advance(Duration.ofDays(1));
      assertEquals(List.of(), deposit("_ga*"));
      assertEquals(Optional.of(DAY), seen().of("_ga*"));
    }
    clock.set(MIDNIGHT.plus(Duration.ofDays(180)));
    assertEquals(List.of(), deposit("_ga*"));
    clock.set(end.minusSeconds(1));
    assertEquals(Optional.of(DAY), seen().of("_ga*"));

    clock.set(end);
    assertEquals(List.of(), browser.cookies());
    assertEquals(1, deposit("_ga*").size());
    assertEquals(Optional.of(LocalDate.of(2027, 12, 18)), seen().of("_ga*"));
  }

  @Test
  @DisplayName("LT-05: another rule of the same day rewrites the cookie, not its end")
  void addsARuleToTodayWithoutMovingTheEnd() {
    deposit("a");
    clock.advance(Duration.ofHours(20));
    SetCookie rewritten = deposit("b").get(0);

    assertEquals(
        Optional.of(Duration.ofDays(390).minusHours(20)), rewritten.lifetime(clock.instant()));
    assertEquals(Optional.of(DAY), seen().of("a"));
    assertEquals(Optional.of(DAY), seen().of("b"));
  }

  @ParameterizedTest
  @DisplayName("LT-02: the day cookie itself ends after 390 days")
  @CsvSource({"-1, true", "0, false", "1, false"})
  void ignoresADeadDay(long seconds, boolean known) {
    deposit("a");
    List<String> kept = browser.cookies();

    clock.set(MIDNIGHT.plus(Duration.ofDays(390)).plusSeconds(seconds));

    assertEquals(known, ages.read(kept).of("a").isPresent());
    assertEquals(known, new CookieAges(SITE, KEYS, clock).read(kept).of("a").isPresent());
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true"})
  void ignoresAFutureDay(long seconds, boolean known) {
    deposit("a");

    clock.set(MIDNIGHT.plusSeconds(seconds));

    assertEquals(known, seen().of("a").isPresent());
  }

  @Test
  void takesTheEarliestDayOfARule() {
    deposit("a", "b");
    List<String> first = browser.cookies();
    clock.advance(Duration.ofDays(1));
    Browser other = new Browser(clock);
    FirstDays none = ages.read(List.of());
    ages.changes(none, none.with("a", today())).forEach(other::store);

    assertEquals(
        Optional.of(DAY), ages.read(List.of(other.cookies().get(0), first.get(0))).of("a"));
    assertEquals(
        Optional.of(DAY), ages.read(List.of(first.get(0), other.cookies().get(0))).of("a"));
  }

  @Test
  void keepsEightDaysApartAndLetsLaterRulesJoinTheNewest() {
    for (int i = 0; i < 10; i++) {
      deposit("rule" + i);
      clock.advance(Duration.ofDays(1));
    }

    assertEquals(8, browser.cookies().size());
    assertEquals(Optional.of(DAY), seen().of("rule0"));
    assertEquals(Optional.of(DAY.plusDays(7)), seen().of("rule7"));
    assertEquals(Optional.of(DAY.plusDays(7)), seen().of("rule9"));
  }

  @Test
  void addsToTodayWhenTodayIsTheEighthDay() {
    for (int i = 0; i < 8; i++) {
      clock.set(MIDNIGHT.plus(Duration.ofDays(i)));
      deposit("rule" + i);
    }
    deposit("another");

    assertEquals(Optional.of(DAY.plusDays(7)), seen().of("another"));
    assertEquals(8, browser.cookies().size());
  }

  @Test
  void datesEveryRuleWhenADayHasMoreThanACookieHolds() {
    String[] rules = IntStream.range(0, 300).mapToObj(i -> "cookie-" + i).toArray(String[]::new);
    SetCookie cookie = deposit(rules).get(0);

    assertTrue(cookie.value().length() < 1000);
    assertEquals(Optional.of(DAY), seen().of("cookie-7"));
    clock.advance(Duration.ofDays(2));
    assertEquals(Optional.of(DAY), seen().of("never-seen"));
    assertEquals(List.of(), deposit("never-seen"));
  }

  @Test
  void keepsNamesOfAnyCharacters() {
    deposit("caf\u00e9\"\\*", "\ud83c\udf6a");

    assertEquals(Optional.of(DAY), seen().of("caf\u00e9\"\\*"));
    assertEquals(Optional.of(DAY), seen().of("\ud83c\udf6a"));
  }

  @Test
  void worksWithoutPrefixOnPlainHttp() {
    CookieAges local = new CookieAges("http://localhost", KEYS, clock);
    FirstDays none = local.read(List.of());

    SetCookie cookie = local.changes(none, none.with("a", DAY)).get(0);

    assertEquals("consent-since-20261123", cookie.name());
    assertEquals(Optional.of(DAY), local.read(List.of(Fixtures.sent(cookie))).of("a"));
  }

  @Test
  @DisplayName("LT-05: what is dated is the day that was judged, though midnight passes meanwhile")
  void datesTheDayThatItIsToldNotThatOfTheClock() {
    FirstDays before = seen();
    clock.advance(Duration.ofDays(1));

    SetCookie cookie = ages.changes(before, before.with("a", DAY)).get(0);

    assertEquals("__Host-consent-since-20261123", cookie.name());
    assertEquals(Optional.of(Duration.ofDays(389)), cookie.lifetime(clock.instant()));
  }

  @Test
  void showsNoTokensAndNoRules() {
    assertEquals("CookieAges[https://www.example.fr]", ages.toString());
    assertEquals("FirstDays[1]", seen().with("secret", DAY).toString());
    assertSame(Optional.empty(), seen().of("secret"));
  }
}
