package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.RetentionClass;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors may ask for is on every page, and done when they ask. */
class RightsTest {

  private final TestLedger ledger = new TestLedger();
  private final Stage stage = new Stage(Stage.yaml(), ledger);

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  private static String text(Answer answer) {
    return answer.body();
  }

  private static String id(Consent consent) {
    return consent.choice().flatMap(Choice::consentId).orElseThrow();
  }

  @Test
  @DisplayName("DR-04, DR-07: whoever changes the choice has it corrected, and what was taken back")
  void choiceIsCorrected() {
    String before = stage.tokenFor("audience");
    String after =
        Stage.cookiePair(
            stage.answer(post("/consent", "choice=save&purpose=chat", "Cookie", before)));

    assertEquals(Map.of("chat", 1), standing(after).choice().orElseThrow().granted());
    ConsentRecord now = ledger.history(id(standing(after))).get(0).record();
    assertEquals(Map.of("chat", 1), now.granted());
    assertTrue(now.refused().containsKey("audience"), now.refused()::toString);
  }

  @Test
  @DisplayName("DR-10: access, restriction and erasure are done in the request that asks for them")
  void rightsAreImmediate() {
    String token = stage.tokenFor("audience");
    String id = id(standing(token));

    assertTrue(text(stage.answer(get("/consent/my-data", "Cookie", token))).contains("audience"));
    stage.answer(post("/consent/my-data/restrict", "", "Cookie", token));
    assertEquals(Event.RESTRICTED, ledger.history(id).get(1).record().event());
    stage.answer(post("/consent/my-data/erase", "", "Cookie", token));
    assertEquals(List.of(), ledger.history(id));
  }

  @ParameterizedTest
  @DisplayName("DR-11: the officer and the authority stand on every page of ours")
  @ValueSource(
      strings = {
        "/consent",
        "/consent/cookies",
        "/consent/receipt",
        "/consent/my-data",
        "/consent/versions"
      })
  void contactsAreEverywhere(String path) {
    String page = text(stage.answer(get(path, "Cookie", stage.tokenFor("audience"))));

    assertTrue(page.contains(stage.gateway.policy().dpo()), page);
    assertTrue(page.contains(stage.gateway.policy().authority().url().toString()), page);
  }

  @ParameterizedTest
  @DisplayName("DR-12: the same question and rights for all, wherever they seem to be")
  @CsvSource({
    "CF-IPCountry, US",
    "X-Country-Code, CN",
    "X-AppEngine-Country, BR",
    "X-Forwarded-For, 8.8.8.8",
    "Accept-Language, fr-CA"
  })
  void nobodyIsLocated(String name, String value) {
    String html = "<html lang=fr><body></body></html>";
    String here = stage.page(get("/", "Accept-Language", "fr"), html);
    String there = stage.page(get("/", "Accept-Language", "fr", name, value), html);

    assertTrue(here.contains("value=\"refuse\""), "positive control: it asks");
    assertEquals(here, there);
  }

  @ParameterizedTest
  @DisplayName("DR-13: directives after death are mentioned with the other rights")
  @CsvSource({"fr, après votre mort", "en, after your death"})
  void directivesAreMentioned(String language, String words) {
    String page = text(stage.answer(get("/consent/cookies?lang=" + language)));

    assertTrue(page.contains(words), page);
  }

  @ParameterizedTest
  @DisplayName("RT-01: the page says the periods of the schedule")
  @CsvSource({
    "en, 13 months, 180 days, five years",
    "fr, 13 mois, 180 jours, cinq ans",
  })
  void pageIsTheSchedule(String language, String cookie, String choice, String proof) {
    String page = text(stage.answer(get("/consent/cookies?lang=" + language)));

    assertEquals(
        Period.ofDays((int) ConsentPolicy.LONGEST_LIFE.toDays()),
        RetentionClass.named("COOKIE").period());
    assertEquals(Period.ofDays(180), RetentionClass.named("CONSENT_CHOICE").period());
    assertEquals(Period.ofYears(5), RetentionClass.named("CONSENT_PROOF").period());
    for (String words : List.of(cookie, choice, proof)) {
      assertTrue(page.replace('\u00a0', ' ').contains(words), () -> words + " in " + page);
    }
  }

  @Test
  @DisplayName("AC-10: a third party that gets data is named with its country, or nothing starts")
  void recipientsAreNamed() {
    String named =
        Stage.yaml()
            + "services:\n  - { id: video, purpose: chat, provider: Exemple Inc, hosts: [v.example],"
            + " policyUrl: \"https://v.example/p\", country: US, safeguard: clauses types }\n";
    String page = text(new Stage(named).answer(get("/consent/cookies?lang=fr")));

    assertTrue(page.contains("Exemple Inc"), page);
    assertTrue(page.contains("clauses types"), page);
    for (String what : List.of("provider: Exemple Inc, ", ", country: US")) {
      assertTrue(named.contains(what), "positive control");
      assertThrows(SetupException.class, () -> new Stage(named.replace(what, "")), what);
    }
  }

  @ParameterizedTest
  @DisplayName("AC-11: nothing on the wire administers or lists records")
  @ValueSource(
      strings = {
        "/consent/admin",
        "/consent/records",
        "/consent/ledger",
        "/consent/export",
        "/consent/receipt/all",
        "/consent/my-data/all",
        "/consent/purge"
      })
  void nothingIsAdministered(String path) {
    stage.tokenFor("audience");
    assertEquals(404, stage.answer(get(path)).status());
    assertTrue(stage.answer(post(path, "")).status() >= 400);
  }
}
