package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors who have chosen are told of a policy that has changed since (PV-04). */
class PolicyNoticeTest {

  private final Stage stage = new Stage();
  private final Stage later = stage.under(Stage.yaml().replace("2026-11-22", "2027-01-01"));

  private static String page(Stage stage, String... fields) {
    return stage.page(get("/shop", fields), "<html lang=fr><body></body></html>");
  }

  private static Consent standing(Stage stage, String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  @Test
  @DisplayName("PV-01: the token tells the version of the policy that the visitor was shown")
  void tokenTellsTheVersion() {
    Choice choice = standing(stage, stage.tokenFor("chat")).choice().orElseThrow();

    assertEquals(stage.gateway.policy().version(), choice.version());
    assertTrue(stage.answer(get("/consent?lang=fr")).body().contains("2026-11-22"));
  }

  @ParameterizedTest
  @DisplayName("PV-04: the next page says so, to those who refused and those who accepted")
  @ValueSource(strings = {"choice=refuse", "choice=accept"})
  void nextPageSaysSo(String form) {
    String token = Stage.cookiePair(stage.answer(post("/consent", form)));

    assertFalse(page(stage, "Cookie", token).contains("consent-notice"));
    String told = page(later, "Cookie", token);
    assertTrue(told.contains("<body><link"), told);
    assertTrue(told.contains("version 2027-01-01"), told);
    assertTrue(told.contains("value=\"seen\">Fermer"), told);
    assertFalse(told.contains("Tout accepter"), told);
    assertFalse(told.contains("<section"), told);
  }

  @Test
  @DisplayName("PV-04: it can be closed, and says nothing more; the choice stays what it was")
  void noticeCanBeClosed() {
    String token = stage.tokenFor("chat");
    later.clock.advance(Duration.ofDays(40));
    Answer answer = later.answer(post("/consent", "choice=seen&return=/shop", "Cookie", token));
    String closed = Stage.cookiePair(answer);

    assertEquals(1, cookies(answer).size());
    assertFalse(page(later, "Cookie", closed).contains("consent-notice"));
    Consent before = standing(later, token);
    Consent after = standing(later, closed);
    assertEquals(before.ends(), after.ends());
    assertEquals(Set.of("chat"), after.granted());
    Choice made = before.choice().orElseThrow();
    assertEquals(made.toldOf("2027-01-01"), after.choice().orElseThrow());
    assertEquals(
        List.of(), cookies(later.answer(post("/consent", "choice=seen", "Cookie", closed))));
  }

  @Test
  @DisplayName("PV-04: nothing is stored of a visitor without a token, who is not told either")
  void undecidedVisitorIsNotTold() {
    assertFalse(page(later).contains("consent-notice"));
    assertEquals(List.of(), cookies(later.answer(post("/consent", "choice=seen"))));
  }

  @Test
  @DisplayName("closing the notice decides nothing: a changed purpose is asked all the same")
  void closingIsNoDecision() {
    Stage changed =
        stage.under(
            Stage.yaml()
                .replace("2026-11-22", "2027-01-01")
                .replaceFirst("(?s)(chat:\n    version: )1", "$12"));
    String token = stage.tokenFor("chat");
    String closed =
        Stage.cookiePair(changed.answer(post("/consent", "choice=seen", "Cookie", token)));

    assertEquals(Consent.State.OUTDATED, standing(changed, closed).state());
    assertTrue(page(changed, "Cookie", closed).contains("Tout refuser"));
    assertFalse(page(changed, "Cookie", token).contains("consent-notice"), "asked, not told");
  }

  @Test
  @DisplayName(
      "PV-03, UI-10: a new purpose is asked alone, within the 180 days, and nothing else is")
  void newPurposeIsAskedAlone() {
    Stage more =
        stage.under(
            Stage.yaml()
                .replace(
                    "cookies:\n",
                    """
                      video:
                        version: 1
                        title: { fr: Vidéos, en: Videos }
                        description:
                          fr: Lire les vidéos, diffusées depuis les serveurs de notre prestataire.
                          en: Play the videos, which our provider sends from its own servers.
                    cookies:
                    """));
    String token = stage.tokenFor("audience");
    String asked = page(more, "Cookie", token);

    assertTrue(asked.contains("<li><b>Vidéos</b>"), asked);
    assertFalse(asked.contains("<li><b>Mesure"), asked);
    assertTrue(asked.contains("Depuis votre choix du 23 novembre 2026"), asked);
    Answer answer = more.answer(post("/consent", "choice=accept&asked=video%3A1", "Cookie", token));
    Consent after = standing(more, Stage.cookiePair(answer));
    assertEquals(Set.of("audience", "video"), after.granted());
    assertFalse(page(more, "Cookie", Stage.cookiePair(answer)).contains("<section"));
  }

  @Test
  @DisplayName("PV-05, UI-08: fifty pages without a choice store nothing")
  void browsingIsNoConsent() {
    for (int i = 0; i < 50; i++) {
      Stage.Head head = new Stage.Head();
      head.set("Content-Type", "text/html");
      Exchange exchange = stage.begin(get("/page" + i), head);
      exchange.add("Set-Cookie", "_ga=1");
      exchange.page().text(200, new ByteArrayOutputStream());
      assertEquals(List.of(), head.fields("Set-Cookie"));
    }
  }

  @Test
  @DisplayName("WD-12, WD-11: after 180 days all boxes are off again")
  void boxesAreOffAgain() {
    String token = stage.tokenFor("chat");
    assertTrue(stage.answer(get("/consent", "Cookie", token)).body().contains(" checked"));
    stage.clock.advance(Duration.ofDays(180));

    assertFalse(stage.answer(get("/consent", "Cookie", token)).body().contains(" checked"));
  }

  @Test
  @DisplayName("T28, UI-10: a refusal is remembered as long as a consent, and neither asked again")
  void refusalIsRememberedAsLong() {
    String no = stage.tokenFor();
    String yes = stage.tokenFor("chat", "audience");
    assertEquals(standing(stage, no).ends(), standing(stage, yes).ends());
    stage.clock.advance(Duration.ofDays(179));

    assertFalse(page(stage, "Cookie", no).contains("<section"));
    assertFalse(page(stage, "Cookie", yes).contains("<section"));
    stage.clock.advance(Duration.ofDays(1));
    assertTrue(page(stage, "Cookie", no).contains("<section"));
    assertTrue(page(stage, "Cookie", yes).contains("<section"));
  }
}
