package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a choice is made. */
class EndpointsTest {

  private final Stage stage = new Stage();

  private static String field(Answer answer, String name) {
    return answer.fields().stream()
        .filter(field -> field.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  @Test
  @DisplayName("UI-03, UI-07, UI-17")
  void pageOffersThreeButtonsAndTicksNothing() {
    Answer page = stage.answer(get("/consent", "Accept-Language", "fr-FR,fr;q=0.9"));
    assertEquals(200, page.status());
    assertEquals("fr", field(page, "Content-Language"));
    assertEquals(3, page.body().split("<button name=\"choice\" value=\"\\w+\">", -1).length - 1);
    // What Enter presses: a box that was ticked is meant to be saved.
    assertTrue(page.body().indexOf(" hidden>") < page.body().indexOf("checkbox"));
    assertFalse(page.body().contains(" checked"));
    assertTrue(page.body().contains("Tout refuser"));
    assertTrue(page.body().indexOf("Compter les pages") < page.body().indexOf("Tout refuser"));
    assertEquals(List.of(), cookies(page));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "en           | en",
        "de, en;q=0.5 | en",
        "fr-CA        | fr",
        "de           | fr",
        "-            | fr",
        ";;;q=x       | fr",
      })
  @DisplayName("UI-19")
  void languageIsTheVisitors(String accepted, String language) {
    Stage.Asked request =
        accepted == null ? get("/consent") : get("/consent", "Accept-Language", accepted);
    assertEquals(language, field(stage.answer(request), "Content-Language"));
  }

  @ParameterizedTest
  @DisplayName("UI-19")
  @CsvSource({
    "/consent?lang=en,          en",
    "/consent?lang=de,          fr",
    "/consent?lang=%zz,         fr",
    "/consent?x=y&lang=en,      en",
    "/consent?choice=accept,    fr",
  })
  void linkMayNameTheLanguage(String target, String language) {
    Answer page = stage.answer(get(target, "Accept-Language", "fr"));
    assertEquals(language, field(page, "Content-Language"));
    assertTrue(page.body().contains("name=\"lang\" value=\"" + language + "\""));
    assertEquals(List.of(), cookies(page));
  }

  @Test
  @DisplayName("TK-09")
  void choiceRemembersTheLanguageItWasShownIn() {
    Stage.Asked form = post("/consent", "choice=refuse&lang=en", "Accept-Language", "fr");
    Consent consent = standing(Stage.cookiePair(stage.answer(form)));
    assertEquals("en", consent.choice().orElseThrow().language());
  }

  @ParameterizedTest
  @CsvSource({
    "choice=accept,                              2",
    "choice=refuse,                              0",
    "choice=save,                                0",
    "choice=save&purpose=chat,                   1",
    "choice=save&purpose=chat&purpose=audience,  2",
    "choice=refuse&purpose=chat,                 0",
  })
  void yesIsOnlyWhatTheVisitorSaidYesTo(String form, int granted) {
    Answer answer = stage.answer(post("/consent", form));
    assertEquals(303, answer.status());
    assertEquals("/consent#consent-done", field(answer, "Location"));
    Consent consent = standing(Stage.cookiePair(answer));
    assertEquals(Consent.State.DECIDED, consent.state());
    assertEquals(granted, consent.granted().size());
  }

  @Test
  @DisplayName("TK-06")
  void twoRefusalsOfADayAreIdentical() {
    String morning = cookies(stage.answer(post("/consent", "choice=refuse"))).get(0);
    String again = cookies(stage.answer(post("/consent", "choice=refuse"))).get(0);
    assertEquals(morning, again);
    String yes = Stage.cookiePair(stage.answer(post("/consent", "choice=accept")));
    String otherYes = Stage.cookiePair(stage.answer(post("/consent", "choice=accept")));
    assertFalse(yes.equals(otherYes), "an acceptance carries a random identifier");
  }

  @ParameterizedTest
  @DisplayName("case 106")
  @ValueSource(strings = {"choice=accept", "choice=refuse", "choice=save&purpose=chat"})
  void sameChoiceAgainChangesNothing(String form) {
    String token = Stage.cookiePair(stage.answer(post("/consent", form)));
    assertEquals(List.of(), cookies(stage.answer(post("/consent", form, "Cookie", token))));
  }

  @Test
  void sameChoiceOnAnotherDayBeginsItsSixMonthsAnew() {
    String token = stage.tokenFor("chat");
    stage.clock.advance(Duration.ofDays(108));
    Stage.Asked again = post("/consent", "choice=save&purpose=chat", "Cookie", token);
    String renewed = Stage.cookiePair(stage.answer(again));
    stage.clock.advance(Duration.ofDays(100));
    assertEquals(Consent.State.UNDECIDED, standing(token).state());
    assertTrue(standing(renewed).allows("chat"));
  }

  @Test
  @DisplayName("WD-11, UI-10")
  void choiceEndsAfterHundredAndEightyDaysWhateverItWas() {
    String yes = stage.tokenFor("chat");
    String no = stage.tokenFor();
    stage.clock.advance(Duration.ofDays(180).minusHours(12).minusSeconds(1));
    assertEquals(Consent.State.DECIDED, standing(yes).state());
    assertEquals(Consent.State.DECIDED, standing(no).state());
    stage.clock.advance(Duration.ofSeconds(1));
    assertEquals(Consent.State.UNDECIDED, standing(yes).state());
    assertEquals(Consent.State.UNDECIDED, standing(no).state());
  }

  @Test
  @DisplayName("SG-02 claim")
  void browserSignalIsKeptWithTheChoice() {
    Answer answer = stage.answer(post("/consent", "choice=accept", "Sec-GPC", "1"));
    assertTrue(standing(Stage.cookiePair(answer)).choice().orElseThrow().gpc());
  }
}
