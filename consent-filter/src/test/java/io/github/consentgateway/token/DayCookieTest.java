package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEYS;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.cookie.SetCookie;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCookieTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final CookieAges ages = new CookieAges(SITE, KEYS, clock);

  @Test
  void namesTheCookiesOfDays() {
    assertEquals("__Host-consent-since-", ages.cookiePrefix());
    assertEquals("consent-since-", new CookieAges("http://localhost", KEYS, clock).cookiePrefix());
  }

  @DisplayName("rules are told apart as long as name and value have 4096 octets at most")
  @ParameterizedTest
  @CsvSource({"2870, 4095, false", "2871, 4096, false", "2872, 0, true"})
  void datesEveryRuleWhereOneIsTooLong(int ruleLength, int octets, boolean every) {
    FirstDays none = ages.read(List.of());
    String rule = "r".repeat(ruleLength);

    SetCookie cookie = ages.changes(none, none.with(rule, DAY)).get(0);

    FirstDays read = ages.read(List.of(Fixtures.sent(cookie)));
    assertEquals(Optional.of(DAY), read.of(rule));
    assertEquals(every, read.of("another").isPresent());
    assertTrue(every || cookie.name().length() + cookie.value().length() == octets);
  }
}
