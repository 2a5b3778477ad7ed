package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the question and the preference centre hold, element by element. */
class QuestionTest {

  private static final String THIRD_PARTY =
      Stage.yaml()
          .replace(
              "lifetime: P6M, thirdPartyAccess: false",
              "lifetime: P6M, thirdPartyAccess: true, policyUrl: \"https://a.example/p\"")
          .replace(
              "purposes: [chat], provider: Exemple SAS", "purposes: [chat], provider: Chat Inc");

  private final Stage stage = new Stage(THIRD_PARTY);

  private static Document page(Stage stage, String language) {
    String html = "<html lang=" + language + "><body><p>x</p></body></html>";
    return Jsoup.parse(stage.page(get("/shop"), html));
  }

  private Document own(String path) {
    return Jsoup.parse(stage.answer(get(path)).body());
  }

  private static int place(Element within, String text) {
    return within.outerHtml().indexOf(text);
  }

  @ParameterizedTest
  @DisplayName(
      "UI-01, T06: controller, purposes, consequences, way back and recipients, then buttons")
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | Compter les pages | Sans choix de votre part | en bas de chaque page | si vous refusez",
        "en | Count the pages   | Unless you choose       | at the end of every   | if you refuse",
      })
  void firstLayerIsComplete(
      String language, String purpose, String silence, String withdrawal, String consequence) {
    Element question = page(stage, language).expectFirst(".consent-question");
    int buttons = place(question, "value=\"refuse\"");

    for (String text : List.of("Exemple SAS", purpose, silence, withdrawal, consequence)) {
      int at = place(question, text);
      assertTrue(at > 0 && at < buttons, text);
    }
    String link = "/consent/cookies?lang=" + language;
    assertEquals(link, question.expectFirst("a").attr("href"));
    assertEquals(2, question.select("ul > li").size());
  }

  @Test
  @DisplayName(
      "UI-06, UI-07, UI-13, T15: a box for each purpose, none ticked, with life and readers")
  void secondLayerLeavesTheChoice() {
    Element details = page(stage, "fr").expectFirst(".consent-question details");

    assertEquals("Personnaliser", details.expectFirst("summary").text());
    assertEquals(
        List.of("audience", "chat"), details.select("input[name=purpose]").eachAttr("value"));
    assertEquals(0, details.select("[checked]").size());
    assertTrue(details.text().contains("13 mois (390 jours)"), details::text);
    assertTrue(details.text().contains("Tiers y ayant accès : Chat Inc"), details::text);
    assertEquals("save", details.expectFirst("button").attr("value"));
  }

  @ParameterizedTest
  @DisplayName("UI-14: the form asks for nothing but the choice")
  @ValueSource(strings = {"banner", "/consent"})
  void formAsksForNothingElse(String where) {
    Document document = where.equals("banner") ? page(stage, "fr") : own(where);
    Set<String> names =
        document.select("form [name]").eachAttr("name").stream()
            .collect(Collectors.toCollection(TreeSet::new));
    names.removeAll(Set.of("choice", "purpose", "lang", "return", "asked"));

    assertEquals(Set.of(), names);
    assertEquals(
        List.of("checkbox", "hidden"),
        document.select("form input").eachAttr("type").stream().distinct().sorted().toList());
  }

  @Test
  @DisplayName("UI-20, PV-06: three layers, each a link away, open to all without a choice")
  void layersLeadToEachOther() {
    Document page = page(stage, "fr");
    for (Element link : page.select(".consent-question a, .consent-control > a")) {
      assertEquals(200, stage.answer(get(link.attr("href"))).status(), link::toString);
    }
    for (String path : List.of("/consent?lang=fr", "/consent/cookies?lang=fr")) {
      Document own = own(path);
      assertEquals(0, own.select(".consent-question").size(), "no question over the policy");
      for (Element link : own.select("a[href^=/consent]")) {
        assertEquals(200, stage.answer(get(link.attr("href"))).status(), link::toString);
      }
    }
  }

  @Test
  @DisplayName("UI-12, UI-23, TP-08, PV-10: who, why, for how long, with whom, and which rights")
  void cookiePolicyIsComplete() {
    Document policy = own("/consent/cookies?lang=fr");
    String text = policy.text();

    assertAll(
        () -> assertTrue(text.contains("Responsable du traitement : Exemple SAS"), text),
        () -> assertTrue(text.contains("dpo@example.fr"), text),
        () -> assertTrue(text.contains("Base légale : votre consentement"), text),
        () -> assertTrue(text.contains("Vos droits"), text),
        () -> assertTrue(text.contains("CNIL"), text),
        () -> assertTrue(text.contains("Chat Inc – Discussion en ligne."), text),
        () -> assertEquals(1, policy.select("a[href=https://a.example/p]").size()),
        () -> assertTrue(text.contains("Version de la politique : 2026-11-22"), text),
        () -> assertEquals(0, policy.select("form").size()));
  }

  @Test
  @DisplayName("UI-12: the preference centre names each third party, with its own policy")
  void thirdPartiesAreLinked() {
    Element link = own("/consent?lang=en").expectFirst("a[href=https://a.example/p]");

    assertEquals("Privacy policy of Chat Inc", link.text());
  }

  @ParameterizedTest
  @DisplayName(
      "AX-01, AX-03, AX-04, AX-11: named, labelled, grouped, headed, in the page's language")
  @ValueSource(strings = {"box", "bar", "modal", "inline", "page"})
  void partsHaveTheirNames(String layout) {
    Stage shown = new Stage(THIRD_PARTY + "\nbanner: { layout: " + layout + " }\n");
    Document page = page(shown, "en");
    Element question = page.expectFirst(".consent-question");

    assertEquals(layout.equals("modal") ? "dialog" : "section", question.normalName());
    assertEquals("en", question.attr("lang"));
    assertEquals("ltr", question.attr("dir"));
    Element title = page.expectFirst("#" + question.attr("aria-labelledby"));
    assertEquals("h2", title.normalName());
    assertEquals("Purposes", question.expectFirst("fieldset > legend").text());
    assertEquals(2, question.select("label > input[type=checkbox]").size());
    assertTrue(
        question.select("button:not([hidden])").eachText().stream().noneMatch(String::isBlank));
    assertEquals(page.body().children().indexOf(question), 1, "first but for its style sheet");
  }

  @Test
  @DisplayName("AX-06: what was chosen is said in words")
  void standingIsSaidInWords() {
    String token = stage.tokenFor("chat");
    Document centre = Jsoup.parse(stage.answer(get("/consent?lang=fr", "Cookie", token)).body());

    assertEquals(List.of("Refusée", "Acceptée"), centre.select(".purpose .top > span").eachText());
    assertEquals(List.of("chat"), centre.select("[checked]").eachAttr("value"));
    assertTrue(centre.expectFirst("[role=status]").text().contains("23 novembre 2026"));
  }

  @Test
  @DisplayName("PV-08: one file makes question, pages and enforcement; a change of it changes all")
  void oneSourceMakesAll() {
    Stage other = new Stage(THIRD_PARTY.replace("chat_visitor", "talker").replace("P6M", "P3M"));

    assertNotEquals(
        page(stage, "fr").expectFirst(".consent-question").text(),
        page(other, "fr").expectFirst(".consent-question").text());
    assertTrue(own("/consent/cookies?lang=fr").text().contains("chat_visitor"));
    String policy = Jsoup.parse(other.answer(get("/consent/cookies?lang=fr")).body()).text();
    assertTrue(policy.contains("talker Discussion en ligne Chat Inc 3 mois (90 jours)"), policy);
    assertFalse(policy.contains("chat_visitor"));
    assertNotEquals(stage.gateway.policy().fingerprint(), other.gateway.policy().fingerprint());
    Exchange exchange = other.begin(get("/", "Cookie", other.tokenFor("chat")), new Stage.Head());
    assertTrue(exchange.add("Set-Cookie", "talker=1").isPresent());
    assertTrue(exchange.add("Set-Cookie", "chat_visitor=1").isEmpty());
  }

  @ParameterizedTest
  @DisplayName("an application may place the question, or leave it out")
  @CsvSource({"body, true, false", "marker, false, true", "off, false, false"})
  void injectionIsTheApplicationsChoice(String injection, boolean first, boolean placed) {
    Stage shown = new Stage(Stage.yaml() + "\nbanner: { injection: " + injection + " }\n");
    String html = "<html lang=fr><body><p>x</p><div data-consent-banner></div></body></html>";
    Document document = Jsoup.parse(shown.page(get("/"), html));

    assertEquals(first, !document.select("body > .consent-question").isEmpty());
    assertEquals(placed, !document.select("[data-consent-banner] > .consent-question").isEmpty());
    assertEquals(first || placed, !document.select(".consent-control").isEmpty());
    assertEquals(first || placed ? 1 : 0, document.select(".consent-question").size());
  }
}
