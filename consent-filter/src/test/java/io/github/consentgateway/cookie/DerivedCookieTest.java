package io.github.consentgateway.cookie;

import static io.github.consentgateway.cookie.SetCookieTest.cookie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cookie made from another one says of itself what its text says. */
class DerivedCookieTest {
  private static final Instant NOW = Instant.parse("2026-11-22T21:56:00Z");

  @DisplayName("without a life: both attributes are gone, the others stand")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "k=v; Path=/; Secure; HttpOnly",
        "k=v; Max-Age=60; Path=/; Secure; HttpOnly",
        "k=v; Path=/; Secure; Expires=Thu, 01 Jan 2099 00:00:00 GMT; HttpOnly",
        "k=v; Path=/; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Secure; HttpOnly; Max-Age=60",
      })
  void losesItsLifeOnly(String text) {
    SetCookie session = cookie(text).asSession();

    assertEquals("k=v; Path=/; Secure; HttpOnly", session.text());
    assertFalse(session.isPersistent());
    assertEquals(Optional.empty(), session.lifetime(NOW));
    assertTrue(session.secure() && session.httpOnly());
    assertEquals(Optional.of("/"), session.path());
    assertEquals(session, session.asSession());
  }

  @Test
  void takesANewLifeAfterItLostOne() {
    SetCookie cookie = cookie("k=v; Max-Age=60; Path=/").asSession();

    assertEquals(
        "k=v; Path=/; Max-Age=1; Expires=Sun, 22 Nov 2026 21:56:01 GMT",
        cookie.withLifetime(Duration.ofSeconds(1), NOW).text());
  }

  @Test
  void losesItsValueOnly() {
    SetCookie blank = cookie("k=secret; Path=/; Max-Age=60; Secure").withoutValue();

    assertEquals("k=; Path=/; Max-Age=60; Secure", blank.text());
    assertEquals("k", blank.name());
    assertEquals("", blank.value());
    assertEquals(Optional.of("/"), blank.path());
    assertEquals(Optional.of(Duration.ofMinutes(1)), blank.lifetime(NOW));
    assertEquals(blank, blank.withoutValue());
  }

  @Test
  void becomesSecureOnly() {
    SetCookie secure = cookie("k=v; Path=/; HttpOnly").withSecure();

    assertEquals("k=v; Path=/; HttpOnly; Secure", secure.text());
    assertTrue(secure.secure() && secure.httpOnly());
    assertEquals(Optional.of("/"), secure.path());
  }
}
