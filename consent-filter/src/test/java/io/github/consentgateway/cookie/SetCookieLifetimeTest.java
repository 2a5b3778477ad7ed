package io.github.consentgateway.cookie;

import static io.github.consentgateway.cookie.SetCookieTest.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieLifetimeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:56:00Z");
  private static final Duration CAP = Duration.ofDays(390);
  private static final String YEAR_2099 = "Thu, 01 Jan 2099 00:00:00 GMT";

  @DisplayName("cases 33 to 37, 43, 44, 46, 50: the life that Max-Age gives, in seconds")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Max-Age=33696000|33696000",
        "Max-Age=33696001|33696001",
        "Max-Age=2147483647|2147483647",
        "Max-Age=2147483648|2147483647",
        "Max-Age=9223372036854775807|2147483647",
        "Max-Age=9223372036854775808|2147483647",
        "Max-Age=9223372036854775808.5|2147483647",
        "Max-Age=99999999999999999999|2147483647",
        "Max-Age=-99999999999999999999|0",
        "Max-Age=60; Max-Age=99999999|99999999",
        "MAX-AGE=60|60",
        "max-age = 60|60",
        "Max-Age=000060|60",
        "Max-Age=+60|60",
        "Max-Age=1|1",
        "Max-Age=0|0",
        "Max-Age=-0|0",
        "Max-Age=-1|0",
      })
  void readsMaxAge(String attributes, long seconds) {
    SetCookie cookie = cookie("k=v; " + attributes);
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), cookie.lifetime(NOW));
    assertEquals("k=v; Max-Age=" + seconds, cookie.text());
    assertEquals(seconds == 0, cookie.isDeletion(NOW));
    assertTrue(cookie.isPersistent());
  }

  @DisplayName("cases 36, 48, 50: a session cookie where no browser reads a life")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=v",
        "k=v; Max-Age",
        "k=v; Max-Age=",
        "k=v; Max-Age=+",
        "k=v; Max-Age=-",
        "k=v; Max-Age=-1x",
        "k=v; Max-Age=1.5",
        "k=v; Max-Age=9223372036854775807.5",
        "k=v; Max-Age=\"60\"",
        "k=v; Max-Age=60; Max-Age=abc",
        "k=v; MaxAge=60",
        "k=v; Expires=soon",
        "k=v; Expires"
      })
  void isASessionCookieWhenUnreadable(String text) {
    SetCookie cookie = cookie(text);
    assertEquals(Optional.empty(), cookie.lifetime(NOW));
    assertFalse(cookie.isDeletion(NOW));
    assertFalse(cookie.isPersistent());
    assertFalse(cookie.attribute("Max-Age").isPresent());
    assertFalse(cookie.attribute("Expires").isPresent());
  }

  @DisplayName("cases 38, 41 to 43: Expires rules where Max-Age says nothing")
  @ParameterizedTest
  @ValueSource(strings = {"", "; Max-Age=abc", "; Max-Age=", "; Max-Age"})
  void readsExpiresWhenMaxAgeIsInvalid(String maxAge) {
    SetCookie cookie = cookie("k=v; Expires=" + YEAR_2099 + maxAge);
    assertEquals("k=v; Expires=" + YEAR_2099, cookie.text());
    assertTrue(cookie.isPersistent());
    assertEquals(
        Duration.between(NOW, Instant.parse("2099-01-01T00:00:00Z")),
        cookie.lifetime(NOW).orElseThrow());
  }

  @DisplayName("case 43: a Max-Age of more than 1024 digits is none")
  @Test
  void ignoresAMaxAgeOfTooManyDigits() {
    String digits = "0".repeat(1022) + "60";
    assertEquals("k=v; Max-Age=60", cookie("k=v; Max-Age=" + digits).text());
    assertEquals("k=v", cookie("k=v; Max-Age=0" + digits).text());
    assertEquals("k=v; Max-Age=9", cookie("k=v; Max-Age=9; Max-Age=0" + digits).text());
  }

  @DisplayName("cases 13, 14: a past Expires deletes, unless Max-Age says otherwise")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT|true",
        "Expires=Sun, 22 Nov 2026 21:55:59 GMT|true",
        "Expires=Sun, 22 Nov 2026 21:56:00 GMT|true",
        "Expires=Sun, 22 Nov 2026 21:56:01 GMT|false",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=3600|false",
        "Expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=0|true",
        "Max-Age=-1|true",
      })
  void deletesWhenNoLifeIsLeft(String attributes, boolean deletion) {
    SetCookie cookie = cookie("k=v; " + attributes);
    assertEquals(deletion, cookie.isDeletion(NOW));
    assertEquals(deletion, cookie.lifetime(NOW).orElseThrow().isZero());
  }

  @DisplayName("Max-Age=+n, which Firefox ignores, gives way to an Expires that may be later")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Max-Age=+60; Expires=Thu, 01 Jan 2099 00:00:00 GMT|Expires=Thu, 01 Jan 2099 00:00:00 GMT",
        "Expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=+60|Expires=Thu, 01 Jan 2099 00:00:00 GMT",
        "Max-Age=+60; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
            + "|Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "Max-Age=+60; Expires=never|Max-Age=60",
        "Max-Age=+60; Expires=Thu, 01 Jan 2026 00:01:00 GMT"
            + "|Max-Age=60; Expires=Thu, 01 Jan 2026 00:01:00 GMT",
        "Max-Age=+60; Expires=Thu, 01 Jan 2026 00:01:01 GMT|Expires=Thu, 01 Jan 2026 00:01:01 GMT",
        "Max-Age=60; Expires=Thu, 01 Jan 2099 00:00:00 GMT"
            + "|Max-Age=60; Expires=Thu, 01 Jan 2099 00:00:00 GMT",
      })
  void takesTheLongestReadingOfASignedMaxAge(String attributes, String expected) {
    assertEquals("k=v; " + expected, cookie("k=v; " + attributes).text());
  }

  @DisplayName("cases 34, 35, 38, 44, 45: a rewritten life stands once in each attribute")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=v; Max-Age=33696001; Path=/; Secure",
        "k=v; Path=/; Secure; Max-Age=99999999999999999999",
        "k=v; Path=/; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Secure",
        "k=v; Max-Age=60; Path=/; Max-Age=99999999; Secure",
        "k=v; Expires=0; Path=/; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Secure",
        "k=v; Max-Age=9; Path=/; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Secure",
        "k=v; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=9; Path=/; Secure",
        "k=v; Path=/; Secure"
      })
  void writesTheLifeOnce(String text) {
    SetCookie capped = cookie(text).withLifetime(CAP, NOW);
    assertEquals(
        "k=v; Path=/; Secure; Max-Age=33696000; Expires=Fri, 17 Dec 2027 21:56:00 GMT",
        capped.text());
    assertEquals(cookie(capped.text()), capped);
    assertEquals(Optional.of(CAP), capped.lifetime(NOW));
    assertTrue(capped.secure());
  }

  @DisplayName("a life is cut to whole seconds, and to what browsers can be told")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT0S|0|Thu, 01 Jan 1970 00:00:00 GMT",
        "PT-1S|0|Thu, 01 Jan 1970 00:00:00 GMT",
        "PT0.999S|0|Thu, 01 Jan 1970 00:00:00 GMT",
        "PT1.999S|1|Sun, 22 Nov 2026 21:56:01 GMT",
        "P99999999D|2147483647|Sat, 11 Dec 2094 01:10:07 GMT",
      })
  void writesWholeSeconds(Duration life, String maxAge, String expires) {
    SetCookie cookie = cookie("k=v").withLifetime(life, NOW);
    assertEquals("k=v; Max-Age=" + maxAge + "; Expires=" + expires, cookie.text());
    assertSame(cookie.text(), cookie(cookie.text()).text());
  }

  @DisplayName("any clock gives a date of 1970 to 9999")
  @Test
  void keepsTheDateInFourDigitsWhateverTheClockSays() {
    assertEquals(
        "k=v; Max-Age=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT",
        cookie("k=v").withLifetime(Duration.ofSeconds(1), Instant.MAX).text());
    assertEquals(
        "k=v; Max-Age=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        cookie("k=v").withLifetime(Duration.ofSeconds(1), Instant.MIN).text());
  }
}
