package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.consentgateway.cookie.SetCookie;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  private final ConsentPolicy policy = example();

  private static ConsentPolicy example() {
    try (InputStream in = AccessTest.class.getResourceAsStream("/example-consent.yaml")) {
      String yaml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return ConsentPolicy.parse(yaml, "example-consent.yaml");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Consent audience() {
    return policy.standing(
        new Choice(
            LocalDate.parse("2026-11-23"),
            policy.fingerprint(),
            "v1",
            Map.of("audience", 1),
            Map.of("chat", 1),
            Optional.empty(),
            "fr",
            false,
            Optional.of("AAAAAAAAAAAAAAAAAAAAAA")));
  }

  @ParameterizedTest
  @DisplayName("CK-02")
  @CsvSource({
    "basket,         OPEN,    OPEN",
    "_ga,            DENIED,  GRANTED",
    "_gallery,       DENIED,  GRANTED",
    "chat_visitor,   DENIED,  DENIED",
    "zzz_unknown,    UNKNOWN, UNKNOWN",
    "__Host-consent, UNKNOWN, UNKNOWN",
  })
  void accessFollowsTheGrant(String name, Access undecided, Access granted) {
    assertEquals(undecided, policy.access(name, 0, name.length(), Consent.undecided()));
    assertEquals(granted, policy.access(name, 0, name.length(), audience()));
    assertEquals(granted.visible(), policy.mayRead(name, 0, name.length(), audience()));
  }

  @ParameterizedTest
  @DisplayName("CK-07, CK-10")
  @CsvSource({
    "_fbp,            TRACKER",
    "_fb,             UNKNOWN",
    "_hjSession_1,    TRACKER",
    "MUID,            TRACKER",
    "muid,            UNKNOWN",
    "_ga_ABC,         DENIED",
    "zzz_unknown,     UNKNOWN",
    "'',              UNKNOWN",
  })
  void wellKnownTrackersAreKnownThoughNobodyRegistersThem(String name, Access access) {
    String header = "a=" + name + "=b";
    int end = 2 + name.length();
    assertEquals(access, policy.access(header, 2, end, Consent.undecided()));
    assertFalse(policy.mayRead(header, 2, end, audience()) && access == Access.TRACKER);
  }

  @Test
  void standingTellsWhetherAnythingIsGranted() {
    assertEquals(true, audience().grantsAnything());
    assertFalse(Consent.undecided().grantsAnything());
  }

  @Test
  @DisplayName("LT-05: an undated cookie of the browser is set for the session only")
  void cookieOfUnknownAgeBecomesASessionCookie() {
    FirstDeposits lost =
        new FirstDeposits() {
          @Override
          public Optional<LocalDate> of(CookieRule rule) {
            return Optional.empty();
          }

          @Override
          public boolean unknown(CookieRule rule) {
            return rule.name().equals("remember");
          }
        };
    SetCookie cookie = (SetCookie) SetCookie.parse("remember=1; Max-Age=60; Path=/");
    Verdict verdict = policy.judge(cookie, Consent.undecided(), lost, Instant.EPOCH);
    Verdict.Shorten shortened = (Verdict.Shorten) verdict;
    assertEquals("remember=1; Path=/", shortened.cookie().text());
    assertEquals(Reason.FIRST_DEPOSIT_UNKNOWN, shortened.reason());
  }

  @Test
  @DisplayName("LT-04: both attributes stay within the limit, whichever is the longer")
  void expiresBeyondTheLimitIsShortenedBesideAShortMaxAge() {
    SetCookie cookie =
        (SetCookie)
            SetCookie.parse("remember=1; Max-Age=60; Expires=Fri, 15 Jun 2029 10:00:00 GMT");
    Instant now = Instant.parse("2026-11-23T12:00:00Z");
    Verdict verdict = policy.judge(cookie, Consent.undecided(), FirstDeposits.none(), now);
    assertEquals(
        "remember=1; Max-Age=60; Expires=Mon, 23 Nov 2026 12:01:00 GMT",
        ((Verdict.Shorten) verdict).cookie().text());
  }
}
