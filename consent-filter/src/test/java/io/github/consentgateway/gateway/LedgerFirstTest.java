package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A consent is recorded before its token leaves. */
@DisplayName("TK-01, TK-13, WD-06, WD-08: what a choice leaves in the ledger")
class LedgerFirstTest {

  private final TestLedger ledger = new TestLedger();
  private final Stage stage = new Stage(Stage.yaml(), ledger);

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  private String said(String form, String cookie) {
    return Stage.cookiePair(stage.answer(post("/consent", form, "Cookie", cookie)));
  }

  private static String id(Consent consent) {
    return consent.choice().flatMap(Choice::consentId).orElseThrow();
  }

  private List<Event> events(String consentId) {
    return ledger.history(consentId).stream().map(e -> e.record().event()).toList();
  }

  @Test
  @DisplayName("TK-02, TK-09, TK-11: a grant is recorded with its text, purposes and exact time")
  void grantIsRecorded() {
    Consent consent = standing(said("choice=save&purpose=audience&lang=fr", "x=1"));

    LedgerEntry entry = ledger.history(id(consent)).get(0);
    ConsentRecord record = entry.record();
    assertEquals(Event.GIVEN, record.event());
    assertEquals(Stage.NOON, record.at());
    assertEquals(Map.of("audience", 1), record.granted());
    assertEquals("fr", record.language());
    assertEquals(consent.ends().orElseThrow(), record.ends());
    assertEquals(consent.choice().orElseThrow().policy(), record.notice());
    assertEquals(record.notice(), ledger.publications().get(0).hash());
  }

  @Test
  @DisplayName("TK-06, TK-13: a refusal is one more of its day, version and language")
  void refusalIsCounted() {
    said("choice=refuse&lang=fr", "x=1");
    String token = said("choice=refuse&lang=fr", "x=1");
    stage.answer(post("/consent", "choice=refuse&lang=fr", "Cookie", token));

    Refusal refusal =
        new Refusal(
            Stage.NOON.atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
            stage.gateway.policy().version(),
            "fr");
    assertEquals(Map.of(refusal, 2L), ledger.refusals());
    assertEquals(0, ledger.kept());
  }

  @Test
  @DisplayName("WD-06: an old token is undecided after a withdrawal, whoever presents it")
  void replayedTokenIsUndecided() {
    String token = stage.tokenFor("audience");
    String id = id(standing(token));

    String after = Stage.cookiePair(stage.answer(post("/consent/withdraw", "", "Cookie", token)));

    assertEquals(Consent.State.UNDECIDED, standing(token).state());
    assertEquals(Consent.State.DECIDED, standing(after + "; " + token).state());
    assertEquals(List.of(Event.GIVEN, Event.WITHDRAWN), events(id));
  }

  @Test
  @DisplayName("WD-05, WD-08: taking back a part ends the old consent and begins one for the rest")
  void partialWithdrawalBeginsAnew() {
    String both = stage.tokenFor("audience", "chat");
    String first = id(standing(both));
    String second = id(standing(said("choice=save&purpose=chat", both)));

    assertEquals(List.of(Event.GIVEN, Event.WITHDRAWN), events(first));
    assertEquals(List.of(Event.GIVEN), events(second));
    assertEquals(Consent.State.UNDECIDED, standing(both).state());
  }

  @Test
  void wideningRenews() {
    String one = stage.tokenFor("chat");
    String first = id(standing(one));
    said("choice=save&purpose=chat&purpose=audience", one);

    assertEquals(List.of(Event.GIVEN, Event.RENEWED), events(first));
  }

  @Test
  @DisplayName("TK-01: without a record there is no token: 503, nothing granted, and a way on")
  void noRecordNoToken() {
    ledger.fail(true);
    Answer answer = stage.answer(post("/consent", "choice=accept&lang=en"));

    assertEquals(503, answer.status());
    assertTrue(answer.has("Retry-After"));
    assertEquals(List.of(), Stage.cookies(answer));
    assertTrue(answer.body().contains("nothing has been accepted"), answer.body());
    ledger.fail(false);
    assertEquals(303, stage.answer(post("/consent", "choice=accept")).status());
  }

  @Test
  @DisplayName("refusing and withdrawing work without a ledger, and are recorded later")
  void withdrawalNeedsNoLedger() {
    String token = stage.tokenFor("audience");
    String id = id(standing(token));
    ledger.fail(true);

    assertEquals(303, stage.answer(post("/consent", "choice=refuse")).status());
    Answer answer = stage.answer(post("/consent/withdraw", "", "Cookie", token));
    assertEquals(303, answer.status());
    assertFalse(standing(Stage.cookiePair(answer)).grantsAnything());
    assertEquals(Consent.State.UNDECIDED, standing(token).state());
    ledger.fail(false);
    assertEquals(List.of(Event.GIVEN, Event.WITHDRAWN), events(id));
  }

  @Test
  @DisplayName("what is taken back ends even if what is kept cannot be recorded")
  void partialWithdrawalWithoutLedgerEndsAll() {
    String token = stage.tokenFor("audience", "chat");
    ledger.fail(true);

    Answer answer =
        stage.answer(
            post("/consent", "choice=save&purpose=chat", "Cookie", token + "; chat_visitor=1"));

    assertEquals(503, answer.status());
    assertTrue(Stage.cookies(answer).get(0).contains("Max-Age=0"), answer.toString());
    assertTrue(Stage.cookies(answer).stream().anyMatch(line -> line.startsWith("chat_visitor=;")));
    assertEquals(Consent.State.UNDECIDED, standing(token).state());
  }

  @Test
  void wideningThatCannotBeRecordedChangesNothing() {
    String token = stage.tokenFor("chat");
    ledger.fail(true);

    Answer answer =
        stage.answer(
            post("/consent", "choice=save&purpose=chat&purpose=audience", "Cookie", token));

    assertEquals(503, answer.status());
    assertEquals(List.of(), Stage.cookies(answer));
    assertTrue(standing(token).allows("chat"));
  }

  @Test
  @DisplayName("the same words on the same day are no new consent; on another day they are one")
  void repetitionLeavesNoTrace() {
    String token = stage.tokenFor("chat");
    int kept = ledger.kept();
    stage.answer(post("/consent", "choice=save&purpose=chat", "Cookie", token));
    assertEquals(kept, ledger.kept());
    stage.clock.advance(Duration.ofDays(1));
    said("choice=save&purpose=chat", token);

    assertEquals(kept + 2, ledger.kept());
  }
}
