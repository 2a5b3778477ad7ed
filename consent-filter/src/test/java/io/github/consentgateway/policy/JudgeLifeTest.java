package io.github.consentgateway.policy;

import static io.github.consentgateway.policy.Cookies.assertAllowed;
import static io.github.consentgateway.policy.Cookies.assertDropped;
import static io.github.consentgateway.policy.Cookies.assertShortened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.cookie.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a cookie may live. */
class JudgeLifeTest {

  private static final String CAPPED = "; Max-Age=33696000; Expires=Fri, 17 Dec 2027 10:15:30 GMT";

  private final ConsentPolicy policy = Policies.valid();
  private final Consent all = Policies.granting(policy, "preferences", "audience", "video");

  private Verdict on(LocalDate first, String text) {
    return policy.judge(SetCookie.parse(text), all, rule -> Optional.of(first), Policies.NOW);
  }

  @DisplayName("LT-01, LT-04, cases 34, 35, 37, 38, 40-47, T26: no life beyond 390 days leaves")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Max-Age=33696001",
        "Max-Age=34128000",
        "Max-Age=34560000",
        "Max-Age=2147483647",
        "Max-Age=99999999999999999999",
        "MAX-AGE=315360000",
        "max-age = 315360000",
        "Max-Age=60; Max-Age=99999999",
        "Expires=Fri, 17 Dec 2027 10:15:31 GMT",
        "Expires=Fri, 31 Dec 2099 23:59:59 GMT",
        "Expires=Fri, 31 Dec 9999 23:59:59 GMT",
        "Expires=Thursday, 31-Dec-2099 23:59:59 GMT",
        "Expires=Thu Dec 31 23:59:59 2099",
        "Expires=Thu, 31 Dec 69 23:59:59 GMT",
        "Max-Age=abc; Expires=Thu, 31 Dec 2099 23:59:59 GMT",
        "Max-Age=; Expires=Thu, 31 Dec 2099 23:59:59 GMT",
        "Max-Age=33696001; Expires=Thu, 31 Dec 2099 23:59:59 GMT",
        "Expires=Thu, 01 Jan 2026 00:00:00 GMT; Expires=Thu, 31 Dec 2099 23:59:59 GMT"
      })
  void shortensToThirteenMonths(String life) {
    assertShortened(
        "_ga=1" + CAPPED, Reason.LIFETIME_OVER_CAP, Cookies.judge(policy, "_ga=1; " + life, all));
  }

  @DisplayName("LT-03, cases 33, 39: a life within the cap stays as it is")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Max-Age=33696000",
        "Max-Age=33695999",
        "Max-Age=1",
        "Expires=Fri, 17 Dec 2027 10:15:30 GMT",
        "Expires=Sun, 22 Nov 2026 10:15:31 GMT"
      })
  void leavesShorterLivesAlone(String life) {
    assertAllowed("_ga=1; " + life, Cookies.judge(policy, "_ga=1; " + life, all));
  }

  @DisplayName("LT-03, LT-04, cases 36, 48, 50: a session cookie stays one")
  @ParameterizedTest
  @ValueSource(strings = {"", "; Expires=never", "; Max-Age=\"60\"", "; Max-Age=x"})
  void leavesSessionCookiesAlone(String life) {
    assertAllowed("_ga=1", Cookies.judge(policy, "_ga=1" + life, all));
    assertAllowed("JSESSIONID=1", Cookies.judge(policy, "JSESSIONID=1" + life, all));
  }

  @DisplayName("LT-03: the declared life wins if it is shorter")
  @ParameterizedTest
  @CsvSource({
    "604800, ''",
    "604801, LIFETIME_OVER_DECLARED",
    "33696000, LIFETIME_OVER_DECLARED",
    "33696001, LIFETIME_OVER_CAP"
  })
  void shortensToWhatIsDeclared(long asked, String reason) {
    Verdict verdict = Cookies.judge(policy, "cart-1=1; Max-Age=" + asked, Consent.undecided());

    if (reason.isEmpty()) {
      assertAllowed("cart-1=1; Max-Age=604800", verdict);
    } else {
      assertShortened(
          "cart-1=1; Max-Age=604800; Expires=Sun, 29 Nov 2026 10:15:30 GMT",
          Reason.valueOf(reason),
          verdict);
    }
  }

  @DisplayName("LT-04: an Expires beyond the limit does not leave beside a short Max-Age")
  @Test
  void alignsALongExpiresWithMaxAge() {
    assertShortened(
        "_ga=1; Max-Age=60; Expires=Sun, 22 Nov 2026 10:16:30 GMT",
        Reason.LIFETIME_OVER_DECLARED,
        Cookies.judge(policy, "_ga=1; Max-Age=60; Expires=Thu, 31 Dec 2099 23:59:59 GMT", all));
    String within = "_ga=1; Max-Age=60; Expires=Sun, 22 Nov 2026 10:16:31 GMT";
    assertAllowed(within, Cookies.judge(policy, within, all));
  }

  @DisplayName("case 52: essential cookies are shortened too")
  @Test
  void shortensEssentialCookies() {
    assertShortened(
        "__Host-csrf=1; Secure; Path=/; Max-Age=7200; Expires=Sun, 22 Nov 2026 12:15:30 GMT",
        Reason.LIFETIME_OVER_DECLARED,
        Cookies.judge(policy, "__Host-csrf=1; Secure; Path=/; Max-Age=7201", Consent.undecided()));
  }

  @DisplayName("LT-03: a cookie declared for the session becomes one")
  @ParameterizedTest
  @CsvSource({
    "JSESSIONID=1; Max-Age=60; Path=/, JSESSIONID=1; Path=/",
    "'JSESSIONID=1; Path=/; Expires=Fri, 31 Dec 2099 23:59:59 GMT; Secure; Max-Age=60', JSESSIONID=1; Path=/; Secure"
  })
  void makesASessionCookieOfAPersistentOne(String text, String expected) {
    assertShortened(
        expected, Reason.LIFETIME_OVER_DECLARED, Cookies.judge(policy, text, Consent.undecided()));
  }

  @DisplayName("LT-05, case 51: the 13 months count from the first deposit")
  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 33659070, FIRST_DEPOSIT",
    "2026-11-21, 33572670, FIRST_DEPOSIT",
    "2026-11-23, 33696000, LIFETIME_OVER_CAP",
    "2027-01-01, 33696000, LIFETIME_OVER_CAP",
    "2025-11-22, 2123070, FIRST_DEPOSIT",
    "2025-10-29, 49470, FIRST_DEPOSIT"
  })
  void countsFromTheFirstDeposit(LocalDate first, long left, Reason reason) {
    Instant end = Policies.NOW.plusSeconds(left);
    String date =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(end.atOffset(ZoneOffset.UTC));

    assertShortened(
        "_ga=1; Max-Age=" + left + "; Expires=" + date,
        reason,
        on(first, "_ga=1; Max-Age=99999999"));
    assertAllowed("_ga=1; Max-Age=" + left, on(first, "_ga=1; Max-Age=" + left));
  }

  @DisplayName("LT-05: nothing remains 390 days after the first deposit")
  @ParameterizedTest
  @ValueSource(strings = {"2025-10-28", "2025-01-01", "1970-01-01", "-999999999-01-01"})
  void dropsWhenTheFirstDepositIsOver(LocalDate first) {
    assertDropped(Reason.FIRST_DEPOSIT_OVER, on(first, "_ga=1; Max-Age=60"));
    assertAllowed("_ga=1", on(first, "_ga=1"));
  }

  @DisplayName("LT-05: at the second before the end one second is left, at the end none")
  @Test
  void endsWithTheSecond() {
    FirstDeposits first = rule -> Optional.of(LocalDate.of(2026, 1, 1));
    Instant end = Instant.parse("2026-01-01T00:00:00Z").plus(ConsentPolicy.LONGEST_LIFE);
    SetCookie cookie = Cookies.cookie("_ga=1; Max-Age=60");

    Verdict before = policy.judge(cookie, all, first, end.minusSeconds(1));
    Verdict fraction = policy.judge(cookie, all, first, end.minusMillis(1));

    assertEquals(
        Optional.of(Duration.ofSeconds(1)),
        ((Verdict.Shorten) before).cookie().lifetime(end.minusSeconds(1)));
    assertDropped(Reason.FIRST_DEPOSIT_OVER, fraction);
    assertDropped(Reason.FIRST_DEPOSIT_OVER, policy.judge(cookie, all, first, end));
  }

  @DisplayName("LT-05, T27: 30 daily visits that set the cookie again never move its end")
  @Test
  void doesNotSlide() {
    FirstDeposits first = rule -> Optional.of(LocalDate.of(2026, 11, 22));
    Instant end = Instant.parse("2026-11-22T00:00:00Z").plus(ConsentPolicy.LONGEST_LIFE);
    for (int day = 0; day < 30; day++) {
      Instant visit = Policies.NOW.plus(Duration.ofDays(day));

      Verdict verdict = policy.judge(Cookies.cookie("_ga=1; Max-Age=33696000"), all, first, visit);

      SetCookie sent = ((Verdict.Shorten) verdict).cookie();
      assertEquals(end, visit.plus(sent.lifetime(visit).orElseThrow()), "day " + day);
    }
  }

  @DisplayName("LT-05: first deposits are asked for only if a persistent cookie would pass")
  @Test
  void asksForTheFirstDepositOnlyWhenNeeded() {
    List<String> asked = new ArrayList<>();
    FirstDeposits memory =
        rule -> {
          asked.add(rule.name());
          return Optional.empty();
        };
    for (String text :
        List.of("_ga=1", "zzz=1; Max-Age=9", "_ga=1; Max-Age=0", "JSESSIONID=1; Max-Age=9", "x")) {
      policy.judge(SetCookie.parse(text), all, memory, Policies.NOW);
    }
    policy.judge(Cookies.cookie("_ga=1; Max-Age=9"), Consent.undecided(), memory, Policies.NOW);
    assertEquals(List.of(), asked);

    policy.judge(Cookies.cookie("_ga_X=1; Max-Age=9"), all, memory, Policies.NOW);
    assertEquals(List.of("_ga*"), asked);
    assertTrue(FirstDeposits.none().of(policy.cookies().get(0)).isEmpty());
  }
}
