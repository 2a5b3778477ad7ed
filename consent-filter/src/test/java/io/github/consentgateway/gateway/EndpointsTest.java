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
  @DisplayName("case 108, WD-01, WD-02, WD-03")
  void withdrawalReplacesTheTokenAndSweepsAllScopes() {
    String token = stage.tokenFor("audience", "chat");
    Answer answer =
        stage.answer(post("/consent/withdraw", "", "Cookie", token + "; _ga=1; basket=2"));
    List<String> lines = cookies(answer);
    assertEquals(303, answer.status());
    assertEquals(0, standing(Stage.cookiePair(answer)).granted().size());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("_ga=;") && !l.contains("Domain")));
    assertTrue(
        lines.stream().anyMatch(l -> l.startsWith("_ga=;") && l.contains("=www.example.fr")));
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("_ga=;") && l.contains("=example.fr")));
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("chat_visitor=;")), lines::toString);
    assertTrue(lines.stream().noneMatch(l -> l.startsWith("basket")));
  }

  @Test
  @DisplayName("LT-05: withdrawing and agreeing again does not begin the 13 months anew")
  void withdrawalKeepsTheDays() {
    String token = stage.tokenFor("audience");
    Stage.Head head = new Stage.Head();
    stage.begin(get("/", "Cookie", token), head).add("Set-Cookie", "_ga=1; Max-Age=33696000");
    String since = head.fields("Set-Cookie").get(0);
    since = since.substring(0, since.indexOf(';'));
    Answer answer = stage.answer(post("/consent/withdraw", "", "Cookie", token + "; " + since));
    assertTrue(cookies(answer).stream().noneMatch(line -> line.contains("-since-")));
  }

  @Test
  @DisplayName("WD-02, WD-03: fifty cookies are swept within one head")
  void withdrawalFitsIntoTheHead() {
    StringBuilder cookies = new StringBuilder(stage.tokenFor("audience", "chat"));
    for (int i = 0; i < 50; i++) {
      cookies.append("; _ga_").append(i).append("=1");
    }
    Answer answer = stage.answer(post("/consent/withdraw", "", "Cookie", cookies.toString()));
    String lines = String.join("\n", cookies(answer));
    for (int i = 0; i < 25; i++) {
      assertTrue(lines.contains("_ga_" + i + "=;"), lines);
    }
    assertTrue(lines.length() < 7_000, () -> "octets " + lines.length());
  }

  @Test
  @DisplayName("CK-15: no name that a visitor sends keeps a refusal from being stored")
  void hugeNameDoesNotKeepARefusalOut() {
    Answer answer =
        stage.answer(post("/consent", "choice=refuse", "Cookie", "_ga" + "x".repeat(4000) + "=1"));
    assertEquals(1, cookies(answer).size());
  }

  @Test
  @DisplayName("WD-02: refusing again deletes what has come back")
  void refusalAgainSweeps() {
    String token = stage.tokenFor();
    for (String path : List.of("/consent", "/consent/withdraw")) {
      Answer answer = stage.answer(post(path, "choice=refuse", "Cookie", token + "; _ga=1"));
      assertTrue(cookies(answer).stream().allMatch(line -> line.startsWith("_ga=;")));
      assertFalse(cookies(answer).isEmpty());
    }
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
  @DisplayName("WD-05")
  void partialWithdrawalSweepsOnlyWhatWasLost() {
    String token = stage.tokenFor("audience", "chat");
    Answer answer =
        stage.answer(
            post(
                "/consent",
                "choice=save&purpose=chat",
                "Cookie",
                token + "; chat_visitor=1; _ga=1"));
    assertTrue(cookies(answer).stream().anyMatch(l -> l.startsWith("_ga=;")));
    assertTrue(cookies(answer).stream().noneMatch(l -> l.startsWith("chat_visitor")));
  }

  @ParameterizedTest
  @DisplayName("case 109")
  @ValueSource(booleans = {true, false})
  void withdrawalWithoutConsentDoesNothing(boolean refused) {
    String cookie = refused ? stage.tokenFor() : "basket=1";
    assertEquals(List.of(), cookies(stage.answer(post("/consent/withdraw", "", "Cookie", cookie))));
  }

  @ParameterizedTest
  @DisplayName("UI-18, T20, case 111")
  @CsvSource({
    "GET,  /consent,          200",
    "HEAD, /consent,          200",
    "GET,  /consent/,         200",
    "GET,  /consent/withdraw, 405",
    "PUT,  /consent,          405",
    "DELETE, /consent,        405",
    "GET,  /consent/unknown,  404",
  })
  void onlyPostDecides(String method, String path, int status) {
    Stage.Asked asked = get(path);
    Answer answer = stage.answer(new Stage.Asked(method, path, asked.all(), "choice=accept"));
    assertEquals(status, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @DisplayName("UI-18, case 111")
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void otherSitesCannotDecide(String site) {
    Answer answer = stage.answer(post("/consent", "choice=accept", "Sec-Fetch-Site", site));
    assertEquals(403, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choice=%zz",
        "",
        "purpose=chat",
        "choice=",
        "choice=maybe",
        "choice=save&purpose=invented",
        "choice=save&purpose=chat&purpose=chat",
        "choice=save&lang=fr&lang=en",
        "choice=accept&choice=refuse"
      })
  void formThatSaysNothingIsRefusedPlainly(String form) {
    Answer answer = stage.answer(post("/consent", form));
    assertEquals(400, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/consenting", "/consen", "/shop/consent"})
  void otherPathsAreTheApplications(String path) {
    assertTrue(stage.begin(get(path), new Stage.Head()).answer().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/shop?x=1,          /shop?x=1",
    "/shop%23part,       /shop",
    "//evil.example,     /consent",
    "https://evil.test/, /consent",
  })
  void visitorReturnsOnlyToThisSite(String wanted, String location) {
    String form = "choice=refuse&return=" + wanted.replace("?", "%3F").replace("=", "%3D");
    Answer answer = stage.answer(post("/consent", form));
    assertEquals(location + "#consent-done", field(answer, "Location"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.fr/shop?a=b, /shop?a=b",
    "https://www.example.fr.evil/x,   ''",
    "https://evil.example/x,          ''",
    "https://www.example.fr/a b,      ''",
  })
  void pageRemembersWhereTheVisitorCameFrom(String referer, String back) {
    String body = stage.answer(get("/consent", "Referer", referer)).body();
    assertEquals(
        !back.isEmpty(), body.contains("name=\"return\" value=\"" + back.replace("&", "&amp;")));
  }

  @Test
  void answersAreNeverStoredNorFramed() {
    Answer page = stage.answer(get("/consent"));
    assertEquals("no-store", field(page, "Cache-Control"));
    assertTrue(field(page, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("DENY", field(page, "X-Frame-Options"));
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
