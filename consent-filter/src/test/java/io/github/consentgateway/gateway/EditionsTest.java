package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.policy.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was shown stays to be seen. */
@DisplayName("PV-02, PV-07, TK-02: the manifest, and every version of every text")
class EditionsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String WORD = "pour savoir lesquelles servent";

  private final TestLedger ledger = new TestLedger();
  private final Stage stage = new Stage(Stage.yaml(), ledger);

  private static String manifest(Stage at) {
    return at.answer(get("/.well-known/consent-manifest.json")).body();
  }

  @Test
  @DisplayName(
      "TK-02: each text that the manifest names is served, and has the hash it is named by")
  void everyTextIsServed() throws Exception {
    stage.tokenFor("audience");
    JsonNode manifest = JSON.readTree(manifest(stage));
    String hash = Sha256.name(manifest(stage));

    List<String> kinds = new ArrayList<>();
    for (JsonNode text : manifest.path("texts")) {
      String name = text.path("sha256").asText();
      Answer answer = stage.answer(get("/consent/versions/" + hash + "/" + name));
      assertEquals(200, answer.status(), text.toString());
      assertEquals(name, Sha256.name(answer.body()));
      assertTrue(answer.fields().toString().contains("text/plain"));
      kinds.add(text.path("kind").asText());
    }
    assertTrue(
        kinds.containsAll(
            List.of("registry", "banner", "preferences", "cookies", "banner-style", "script")),
        kinds.toString());
    assertEquals(manifest(stage), stage.answer(get("/consent/versions/" + hash)).body());
    assertEquals(stage.gateway.policy().dpo(), manifest.path("dataProtectionOfficer").asText());
  }

  @Test
  @DisplayName(
      "TK-02, T36: one character more changes manifest, token claim and record; the old text stays")
  void oneCharacterChangesAll() {
    String before = stage.tokenFor("audience");
    Stage after = new Stage(Stage.yaml().replace(WORD, WORD + "!"), ledger);
    String token = after.tokenFor("audience");

    assertNotEquals(manifest(stage), manifest(after));
    assertNotEquals(policyClaim(stage, before), policyClaim(after, token));
    assertEquals(
        List.of(policyClaim(stage, before), policyClaim(after, token)),
        ledger.publications().stream().map(known -> known.hash()).toList());
    assertEquals(
        200, after.answer(get("/consent/versions/" + policyClaim(stage, before))).status());
  }

  private static String policyClaim(Stage at, String cookie) {
    return at.begin(get("/", "Cookie", cookie), new Stage.Head())
        .consent()
        .choice()
        .orElseThrow()
        .policy();
  }

  @Test
  @DisplayName("PV-02: the list has the latest first, and the difference shows what has changed")
  void differenceIsShown() {
    stage.tokenFor("audience");
    Stage after = new Stage(Stage.yaml().replace(WORD, WORD + " vraiment"), ledger);
    after.clock.advance(Duration.ofDays(1));
    after.tokenFor("audience");

    var list = Jsoup.parse(after.answer(get("/consent/versions?lang=fr")).body());
    assertEquals(2, list.select("ol.versions > li").size());
    String link = list.select("a[href*=/since/]").attr("href");
    var page = Jsoup.parse(after.answer(get(link)).body());
    assertTrue(page.select("ins").text().contains(WORD + " vraiment"), page.text());
    assertTrue(page.select("del").text().contains(WORD), page.text());
    String current = list.select("ol.versions code").eachText().get(0);
    Answer same = after.answer(get("/consent/versions/" + current + "/since/" + current));
    assertTrue(same.body().contains("Les textes sont identiques."), same.body());
  }

  @Test
  @DisplayName("PV-02: people find the texts of a version in a list, and see pages that cannot act")
  void textsAreShownToPeople() {
    stage.tokenFor("audience");
    String hash = ledger.publications().get(0).hash();
    var list =
        Jsoup.parse(stage.answer(get("/consent/versions/" + hash + "/texts?lang=en")).body());
    List<String> pages = list.select("a[href*=/page/]").eachAttr("href");
    assertEquals(6, pages.size(), "three in each of two languages");
    assertTrue(list.text().contains("Cookie policy – Français"), list.text());
    for (String page : pages) {
      Answer answer = stage.answer(get(page));
      assertEquals(200, answer.status(), page);
      assertTrue(answer.fields().toString().contains("Content-Security-Policy=sandbox"));
      assertTrue(answer.fields().toString().contains("text/html"));
    }
    String script = list.select("li:contains(script) a").attr("href");
    String asPage = script.replace(hash + "/", hash + "/page/");
    assertEquals(200, stage.answer(get(script)).status());
    assertEquals(404, stage.answer(get(asPage)).status(), "no page");
  }

  @Test
  void whatWasNeverShownIsNotFound() {
    stage.tokenFor("audience");
    String hash = ledger.publications().get(0).hash();

    for (String path :
        List.of(
            "/",
            "/x",
            "/x/texts",
            "/" + hash + "/page/x",
            "/" + hash + "/x",
            "/" + hash + "/since/x",
            "/" + hash + "/a/b/c")) {
      assertEquals(404, stage.answer(get("/consent/versions" + path)).status(), path);
    }
  }

  @Test
  @DisplayName("PV-09: a lower version than the one shown last does not start")
  void downgradeIsRefused() {
    stage.tokenFor("audience");
    String version = stage.gateway.policy().version();

    SetupException refused =
        assertThrows(
            SetupException.class,
            () -> new Stage(Stage.yaml().replace(version, "2020-01-01"), ledger));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("policy.version: 2020-01-01"));
  }

  @Test
  @DisplayName("PV-03: a material change without a new version of its purpose does not start")
  void silentWideningIsRefused() {
    stage.tokenFor("audience");
    String wider =
        Stage.yaml()
            .replace("provider: Exemple SAS, lifetime: P13M", "provider: Autre SA, lifetime: P13M");

    SetupException refused = assertThrows(SetupException.class, () -> new Stage(wider, ledger));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("purposes.audience.version: 1 would make"), message);
    assertTrue(message.contains("NEW_RECIPIENT Autre SA"), message);
    new Stage(wider.replaceFirst("version: 1\n", "version: 2\n"), ledger).gateway.close();
  }
}
