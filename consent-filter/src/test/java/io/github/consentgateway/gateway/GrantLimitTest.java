package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One client cannot fill the ledger. */
class GrantLimitTest {

  private final SettableClock clock = new SettableClock(Stage.NOON);
  private final GrantLimit limit = new GrantLimit(3, clock);

  @Test
  @DisplayName("so many in a minute from the first, then none, then again")
  void minuteIsCounted() {
    for (int i = 0; i < 3; i++) {
      assertTrue(limit.admits("192.0.2.1"));
    }
    clock.advance(Duration.ofMillis(59_999));
    assertFalse(limit.admits("192.0.2.1"));
    assertTrue(limit.admits("192.0.2.2"), "another client");
    clock.advance(Duration.ofMillis(1));
    assertTrue(limit.admits("192.0.2.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2:a:b:c:d, 2001:db8:1:2:9:8:7:6, true",
    "2001:db8:1:2:a:b:c:d, 2001:db8:1:3:a:b:c:d, false",
    "2001:db8::1, 2001:db8::2, true",
    "2001:db8:0:1::1, 2001:db8::1, false",
    "::ffff:192.0.2.1, 192.0.2.1, true",
    "fe80::1%eth0, fe80::2%eth1, true",
    "unknown, '', false",
  })
  void networksAreClients(String one, String other, boolean same) {
    for (int i = 0; i < 3; i++) {
      limit.admits(one);
    }
    assertEquals(!same, limit.admits(other));
  }

  @Test
  @DisplayName("a flood gets 429 and a sentence; refusing and withdrawing are never limited")
  void floodIsStopped() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    Answer answer = stage.answer(post("/consent", "choice=accept&lang=en"));
    for (int i = 0; i < 200; i++) {
      answer = stage.answer(post("/consent", "choice=accept&lang=en"));
    }

    assertEquals(429, answer.status());
    assertTrue(answer.has("Retry-After"));
    assertEquals(List.of(), Stage.cookies(answer));
    assertTrue(answer.body().contains("Too many choices have just been recorded"), answer.body());
    assertEquals(120, ledger.kept());
    assertEquals(
        429, stage.answer(post("/consent/my-data/restrict", "", "Cookie", token)).status());
    assertEquals(303, stage.answer(post("/consent", "choice=refuse")).status());
    assertEquals(303, stage.answer(post("/consent/withdraw", "", "Cookie", token)).status());
    assertEquals(121, ledger.kept());
    Answer other = stage.answer(post("/consent", "choice=accept", "Test-Client", "192.0.2.9"));
    assertEquals(303, other.status());
  }
}
