package io.github.consentgateway.policy;

import static io.github.consentgateway.policy.Cookies.assertAllowed;
import static io.github.consentgateway.policy.Cookies.assertDropped;
import static io.github.consentgateway.policy.Cookies.assertShortened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.cookie.SetCookie;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LT-06: where a policy binds cookies to the consent, none that needs it outlives it. */
class ConsentBoundTest {

  private static final Instant NOW = Policies.NOW;
  private static final long TEN_DAYS = 864_000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);
  private static final String BINDING = "bindToConsent: true\n";

  private final ConsentPolicy bound = Policies.parse(BINDING + Policies.YAML);
  private final Consent tenDays = granted(bound).until(NOW.plusSeconds(TEN_DAYS));

  private static Consent granted(ConsentPolicy policy) {
    return Policies.granting(policy, "preferences", "audience", "video");
  }

  private Verdict judge(Instant now, String text) {
    return bound.judge(SetCookie.parse(text), tenDays, FirstDeposits.none(), now);
  }

  private static String date(Instant instant) {
    return DATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  @DisplayName("LT-06: ten days before the end of the consent no life goes beyond ten days")
  @ParameterizedTest
  @CsvSource({"863999, false", "864000, false", "864001, true", "33696000, true"})
  void lowersALifeToWhatRemainsOfTheConsent(long asked, boolean lowered) {
    Verdict verdict = judge(NOW, "size=1; Max-Age=" + asked);

    if (lowered) {
      assertShortened(
          "size=1; Max-Age=864000; Expires=" + date(NOW.plusSeconds(TEN_DAYS)),
          Reason.CONSENT_END,
          verdict);
    } else {
      assertAllowed("size=1; Max-Age=" + asked, verdict);
    }
  }

  @DisplayName(
      "LT-06: two seconds before the end, and one, and a part of one, and at it, and after")
  @ParameterizedTest
  @CsvSource({"-2000, 2", "-1999, 1", "-1000, 1", "-999, 0", "0, 0", "1, 0", "1000, 0"})
  void leavesNothingAtTheEndOfTheConsent(long millisFromEnd, long left) {
    Instant now = NOW.plusSeconds(TEN_DAYS).plusMillis(millisFromEnd);

    Verdict verdict = judge(now, "size=1; Max-Age=60");

    if (left > 0) {
      SetCookie sent = ((Verdict.Shorten) verdict).cookie();
      assertEquals(Optional.of(Duration.ofSeconds(left)), sent.lifetime(now));
    } else {
      assertDropped(Reason.CONSENT_END, verdict);
    }
  }

  @Test
  void alignsALongExpiresWithAShortMaxAge() {
    assertShortened(
        "size=1; Max-Age=60; Expires=" + date(NOW.plusSeconds(60)),
        Reason.CONSENT_END,
        judge(NOW, "size=1; Max-Age=60; Expires=" + date(NOW.plusSeconds(TEN_DAYS + 1))));
    String within = "size=1; Max-Age=60; Expires=" + date(NOW.plusSeconds(TEN_DAYS));
    assertAllowed(within, judge(NOW, within));
  }

  @Test
  void lowersALifeThatAnotherLimitHasLoweredAlready() {
    assertShortened(
        "x_player=1; Max-Age=864000; Expires=" + date(NOW.plusSeconds(TEN_DAYS)),
        Reason.CONSENT_END,
        judge(NOW, "x_player=1; Max-Age=33696000"));
  }

  @DisplayName("the nearer end gives the reason")
  @Test
  void leavesAShorterLimitAlone() {
    FirstDeposits almost390Days = rule -> Optional.of(LocalDate.of(2025, 10, 29));

    assertShortened(
        "size=1; Max-Age=49470; Expires=" + date(NOW.plusSeconds(49_470)),
        Reason.FIRST_DEPOSIT,
        bound.judge(SetCookie.parse("size=1; Max-Age=99999"), tenDays, almost390Days, NOW));
  }

  @DisplayName(
      "what needs no consent, ends with the session, goes away or may not leave is as ever")
  @Test
  void concernsPersistentCookiesThatNeedConsentOnly() {
    assertAllowed(
        "cart-1=1; Max-Age=604800", judge(NOW.plusSeconds(TEN_DAYS), "cart-1=1; Max-Age=604800"));
    assertAllowed("size=1", judge(NOW.plusSeconds(TEN_DAYS), "size=1"));
    assertAllowed("size=; Max-Age=0", judge(NOW, "size=1; Max-Age=0"));
    assertDropped(Reason.UNKNOWN_NAME, judge(NOW, "zzz=1; Max-Age=60"));
    assertDropped(
        Reason.PURPOSE_NOT_GRANTED,
        Cookies.judge(bound, "size=1; Max-Age=60", Consent.undecided()));
    FirstDeposits over = rule -> Optional.of(LocalDate.of(2025, 1, 1));
    assertDropped(
        Reason.FIRST_DEPOSIT_OVER,
        bound.judge(SetCookie.parse("size=1; Max-Age=60"), tenDays, over, NOW));
  }

  @DisplayName("a consent whose end nobody knows is no reason to keep anything")
  @Test
  void keepsNothingUnderAConsentWithoutEnd() {
    assertDropped(Reason.CONSENT_END, Cookies.judge(bound, "size=1; Max-Age=60", granted(bound)));
    assertAllowed("size=1", Cookies.judge(bound, "size=1", granted(bound)));
  }

  @Test
  void lowersNothingUnlessThePolicySaysSo() {
    ConsentPolicy free = Policies.valid();
    Consent ended = granted(free).until(NOW);

    assertFalse(free.bindsToConsent());
    assertFalse(Policies.parse("bindToConsent: false\n" + Policies.YAML).bindsToConsent());
    assertAllowed(
        "size=1; Max-Age=33696000", Cookies.judge(free, "size=1; Max-Age=33696000", ended));
  }

  @Test
  void staysBoundAtAnotherSiteAndWithAnotherCookie() {
    assertTrue(bound.withSite("http://localhost").bindsToConsent());
    assertTrue(
        bound.withExempt("SID", ExemptClass.AUTHENTICATION, "keeps the session").bindsToConsent());
  }

  @Test
  void namesTheArticle() {
    assertEquals(
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_7"),
        Reason.CONSENT_END.reference());
  }
}
