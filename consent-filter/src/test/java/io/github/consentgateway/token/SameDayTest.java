package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.OTHER_KEY;
import static io.github.consentgateway.token.Fixtures.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.cookie.SetCookie;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several cookies of one day. */
@Tag("LT-05")
class SameDayTest {

  private KeyRing ring = KeyRing.of(KEY);
  private final CookieAges ages = new CookieAges(SITE, () -> ring, new SettableClock(MIDNIGHT));

  private SetCookie first(String rule) {
    FirstDays none = ages.read(List.of());
    return ages.changes(none, none.with(rule, DAY)).get(0);
  }

  @Test
  void knowsTheRulesOfAll() {
    String both = Fixtures.sent(first("a")) + "; " + Fixtures.sent(first("b"));

    FirstDays days = ages.read(List.of(both));

    assertEquals(Optional.of(DAY), days.of("a"));
    assertEquals(Optional.of(DAY), days.of("b"));
  }

  @Test
  void signsTheSameRulesAnewUnderAnotherKeyOnly() {
    SetCookie cookie = first("a");
    assertEquals(cookie, first("a"));

    ring = KeyRing.of(OTHER_KEY);
    assertNotEquals(cookie, first("a"));
  }
}
