package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the pages say is so. */
@DisplayName("GDPR 5(1)(a), 12, 13: no page says what is not the case")
class TrueWordsTest {

  private static final String YAML = Stage.yaml();

  private static Document page(Stage stage, String path, String... fields) {
    return Jsoup.parse(stage.answer(get(path, fields)).body());
  }

  private static String with(String section, String entries) {
    return YAML.contains(section + ":\n")
        ? YAML.replace(section + ":\n", section + ":\n" + entries)
        : YAML + section + ":\n" + entries;
  }

  @Test
  @DisplayName("WD-01, SG-04: what the signal suspends is said so, and can be taken back for good")
  void suspendedConsentIsSaid() {
    Stage stage =
        new Stage(
            YAML.replace(
                "provider: Exemple SAS, lifetime: P13M, thirdPartyAccess: false",
                "provider: Autre, policyUrl: \"https://e.example/p\", lifetime: P13M,"
                    + " thirdPartyAccess: true"));
    String token = stage.tokenFor("audience");
    Document page = page(stage, "/consent?lang=fr", "Cookie", token, "Sec-GPC", "1");

    assertTrue(
        page.text()
            .contains(
                "Vous aviez accepté le 23 novembre 2026 ; le signal de votre navigateur suspend cet"
                    + " accord pour : Mesure d’audience."),
        page.text());
    assertEquals(1, page.select("form[action$=withdraw] button").size());
    String any =
        stage.page(
            get("/", "Cookie", token, "Sec-GPC", "1"), "<!doctype html><body><p>a</p></body>");
    assertEquals(1, Jsoup.parse(any).select("form[action$=withdraw]:not([hidden])").size());
    String after =
        Stage.cookiePair(
            stage.answer(post("/consent/withdraw", "", "Cookie", token, "Sec-GPC", "1")));
    assertFalse(page(stage, "/consent?lang=fr", "Cookie", after).text().contains("suspend"));
  }

  @Test
  @DisplayName(
      "UI-13: a purpose without a cookie of the site is given no life that it does not have")
  void noLifeIsInvented() {
    Stage stage =
        new Stage(
            with(
                "purposes",
                "  map:\n    version: 1\n    title: { fr: Carte, en: Map }\n    description: { fr:"
                    + " \"Montrer une carte interactive d’un prestataire sur la page de contact.\","
                    + " en: \"Show an interactive map of a provider on the contact page.\" }\n"));

    assertTrue(
        page(stage, "/consent?lang=fr").text().contains("Ce site ne dépose lui-même aucun cookie"));
    Document policy = page(stage, "/consent/cookies?lang=fr");
    assertEquals(0, policy.expectFirst("[aria-labelledby=purpose-map]").select("table").size());
  }

  @Test
  @DisplayName("CK-09: what the browser is asked to tell is in the table of its purpose")
  void gatedHeadersAreDisclosed() {
    Document policy = page(new Stage(), "/consent/cookies?lang=fr");

    assertTrue(
        policy
            .expectFirst("[aria-labelledby=purpose-audience]")
            .text()
            .contains("Accept-CH Demande à votre navigateur"),
        policy.text());
  }

  @Test
  @DisplayName(
      "CK-08, UI-22: the measurement without consent has its own section, its data's life, and a way out")
  void measurementStandsApart() {
    Stage stage =
        new Stage(
            with(
                "cookies",
                "  - { name: \"_pk_id*\", exempt: AUDIENCE_EXEMPT, why: \"counts\", lifetime: P13M,"
                    + " thirdPartyAccess: false, firstParty: true, sliding: false, dataRetention:"
                    + " P25M, reviewedOn: 2026-10-01 }\n"));

    for (String path : new String[] {"/consent?lang=fr", "/consent/cookies?lang=fr"}) {
      Document page = page(stage, path);
      var section = page.expectFirst("[aria-labelledby=measurement]");
      assertTrue(section.text().contains("25 mois"), section.text());
      assertTrue(section.text().contains("_pk_id*"), section.text());
      assertTrue(section.text().contains("S’opposer"), section.text());
      assertFalse(page.expectFirst("[aria-labelledby=exempt]").text().contains("_pk_id"), path);
    }
  }

  @Test
  @DisplayName("UI-12, TP-11: every country and safeguard of a recipient is named")
  void everyCountryIsNamed() {
    String service =
        "  - { id: %s, purpose: chat, provider: Vidéo SA, hosts: [%s.example], policyUrl:"
            + " \"https://v.example/p\", country: %s%s }\n";
    Stage stage =
        new Stage(
            with(
                "services",
                service.formatted("one", "one", "FR", "")
                    + service.formatted("two", "two", "US", ", safeguard: Clauses types")));
    String text = page(stage, "/consent/cookies?lang=fr").text();

    assertTrue(text.contains("Vidéo SA (France, États-Unis)"), text);
    assertTrue(text.contains("Clauses types"), text);
  }

  @Test
  @DisplayName("UI-21: a site for children neither asks, nor lists what it can never do")
  void siteForChildrenIsConsistent() {
    Stage stage = new Stage(YAML + "minors: true\n");

    assertFalse(page(stage, "/consent?lang=fr").text().contains("Vous n’avez pas encore choisi"));
    assertFalse(
        page(stage, "/consent/cookies?lang=fr").text().contains("votre consentement (RGPD"));
  }

  @Test
  @DisplayName("LT-08: where cookies are bound to consent, the life shown is the life applied")
  void boundLifeIsShown() {
    Document policy = page(new Stage(YAML + "bindToConsent: true\n"), "/consent/cookies?lang=fr");

    assertTrue(
        policy
            .expectFirst("[aria-labelledby=purpose-audience]")
            .text()
            .contains("6 mois (180 jours)"));
  }
}
