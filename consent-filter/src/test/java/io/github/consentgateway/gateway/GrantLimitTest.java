package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  @DisplayName("a clock that is set back makes no minute longer")
  void clockThatIsSetBackLocksNobodyOut() {
    for (int i = 0; i < 4; i++) {
      limit.admits("192.0.2.1");
    }
    clock.advance(Duration.ofHours(-1));
    assertFalse(limit.admits("192.0.2.1"));
    clock.advance(Duration.ofMinutes(1));
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
    "[fe80::1%eth0], fe80::2, true",
    "[2001:db8::1], 2001:db8::2, true",
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
    assertEquals(303, stage.answer(post("/consent", "choice=refuse")).status());
    assertEquals(303, stage.answer(post("/consent/withdraw", "", "Cookie", token)).status());
    assertEquals(121, ledger.kept());
    Answer other = stage.answer(post("/consent", "choice=accept", "Test-Client", "192.0.2.9"));
    assertEquals(303, other.status());
  }

  private static void flood(Stage stage) {
    for (int i = 0; i < 200; i++) {
      stage.answer(post("/consent", "choice=accept&lang=en"));
    }
  }

  @Test
  @DisplayName("WD-01: nor is taking back some purposes; what is granted besides has to wait")
  void narrowingIsNotLimited() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String both = stage.tokenFor("audience", "chat");
    String chat = stage.tokenFor("chat");
    String idOfBoth = id(stage, both);
    String idOfChat = id(stage, chat);
    flood(stage);
    Answer narrowed =
        stage.answer(post("/consent", "choice=save&purpose=audience", "Cookie", both));
    assertEquals(303, narrowed.status());
    Consent left = standing(stage, Stage.cookiePair(narrowed));
    assertTrue(left.allows("audience"));
    assertFalse(left.allows("chat"));
    assertTrue(ledger.isRevoked(idOfBoth));

    Answer exchanged =
        stage.answer(post("/consent", "choice=save&purpose=audience", "Cookie", chat));
    assertEquals(429, exchanged.status());
    assertTrue(ledger.isRevoked(idOfChat), "what is taken back ends all the same");
    assertTrue(
        Stage.cookies(exchanged).stream().anyMatch(line -> line.contains("Max-Age=0")),
        () -> Stage.cookies(exchanged).toString());
  }

  @Test
  @DisplayName("DR-05: restricting is limited for each consent, whatever others do")
  void restrictingIsLimitedByConsent() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    String other = stage.tokenFor("chat");
    flood(stage);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (String act : List.of("restrict", "release")) {
        answers.add(stage.answer(post("/consent/my-data/" + act, "", "Cookie", token)).status());
      }
    }
    assertEquals(List.of(303, 303, 303, 303, 303, 303, 429, 429), answers);
    assertEquals(
        303, stage.answer(post("/consent/my-data/restrict", "", "Cookie", other)).status());
  }

  @Test
  @DisplayName("a renewal that grants nothing more is limited like any other record")
  void renewalIsLimited() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    stage.clock.advance(Duration.ofDays(1));
    flood(stage);

    assertEquals(
        429,
        stage
            .answer(post("/consent", "choice=save&purpose=chat&lang=en", "Cookie", token))
            .status());
    assertFalse(ledger.isRevoked(id(stage, token)), "the consent stands as it was");
  }

  @Test
  @DisplayName("WD-08: a widening that has to wait keeps no withdrawal from being kept")
  void refusedWideningEndsNothing() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    String id = id(stage, token);
    flood(stage);
    assertEquals(
        429,
        stage
            .answer(post("/consent", "choice=save&purpose=chat&purpose=audience", "Cookie", token))
            .status());
    assertEquals(303, stage.answer(post("/consent/withdraw", "", "Cookie", token)).status());
    assertEquals(Event.WITHDRAWN, ledger.history(id).get(1).record().event());
    assertTrue(ledger.isRevoked(id));
  }

  @Test
  @DisplayName("one token that comes back many times at once ends its consent once")
  void replayedTokenEndsOnce() throws Exception {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    String id = id(stage, token);
    ExecutorService pool = Executors.newFixedThreadPool(16);
    List<Callable<Integer>> all =
        Collections.nCopies(
            200, () -> stage.answer(post("/consent", "choice=refuse", "Cookie", token)).status());
    for (Future<Integer> one : pool.invokeAll(all)) {
      assertEquals(303, one.get());
    }
    pool.shutdown();
    assertEquals(
        List.of(Event.GIVEN, Event.WITHDRAWN),
        ledger.history(id).stream().map(entry -> entry.record().event()).toList());
  }

  @Test
  @DisplayName("a renewal that could not be kept keeps no later withdrawal from being kept")
  void failedRenewalEndsNothing() {
    TestLedger ledger = new TestLedger();
    Stage stage = new Stage(Stage.yaml(), ledger);
    String token = stage.tokenFor("chat");
    String id = id(stage, token);
    stage.clock.advance(Duration.ofDays(1));
    ledger.fail(true);
    assertEquals(
        503,
        stage
            .answer(post("/consent", "choice=save&purpose=chat&lang=en", "Cookie", token))
            .status());
    ledger.fail(false);
    assertEquals(303, stage.answer(post("/consent", "choice=refuse", "Cookie", token)).status());
    assertEquals(Event.WITHDRAWN, ledger.history(id).get(1).record().event());
  }

  private static String id(Stage stage, String token) {
    return standing(stage, token).choice().flatMap(Choice::consentId).orElseThrow();
  }

  private static Consent standing(Stage stage, String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }
}
