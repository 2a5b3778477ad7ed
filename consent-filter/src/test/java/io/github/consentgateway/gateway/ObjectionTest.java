package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurement that needs no consent, and the visitor who objects to it. */
class ObjectionTest {

  private static final String MEASURED =
      Stage.yaml()
          .replace(
              "cookies:\n",
              "cookies:\n  - { name: \"_pk_id*\", exempt: AUDIENCE_EXEMPT, why: counts visits, lifetime:"
                  + " P13M, thirdPartyAccess: false, firstParty: true, sliding: false,"
                  + " dataRetention: P25M, reviewedOn: 2026-10-01 }\n");

  private final Stage stage = new Stage(MEASURED);

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
  }

  private String said(String form, String cookie) {
    return Stage.cookiePair(stage.answer(post("/consent", form, "Cookie", cookie)));
  }

  @Test
  @DisplayName("CK-08: without an objection the cookie passes both ways")
  void measurementNeedsNoConsent() {
    Exchange exchange = stage.begin(get("/", "Cookie", "_pk_id1=a"), new Stage.Head());

    assertEquals(List.of("_pk_id1=a"), exchange.visibleCookies());
    assertTrue(exchange.add("Set-Cookie", "_pk_id2=b").isPresent());
  }

  @Test
  @DisplayName("CK-08, UI-22, DR-06: an objection drops, hides and expires the cookie at once")
  void objectionIsHeeded() {
    Answer answer = stage.answer(post("/consent", "choice=object", "Cookie", "_pk_id1=a"));
    String token = Stage.cookiePair(answer);

    assertTrue(cookies(answer).stream().anyMatch(line -> line.startsWith("_pk_id1=;")));
    Stage.Head head = new Stage.Head();
    Exchange next = stage.begin(get("/", "Cookie", token + "; _pk_id1=a"), head);
    assertEquals(List.of(), next.visibleCookies());
    assertTrue(head.fields("Set-Cookie").stream().anyMatch(line -> line.startsWith("_pk_id1=;")));
    assertEquals(Optional.empty(), next.add("Set-Cookie", "_pk_id2=b"));
    assertEquals(1, stage.gateway.suppressed().get(Reason.OBJECTION));
    assertTrue(next.add("Set-Cookie", "_pk_id1=a; Max-Age=0").isPresent());
  }

  @Test
  @DisplayName("TK-06: an objection carries no identifier, and is no choice about purposes")
  void objectionIsNoChoice() {
    String token = said("choice=object&lang=fr", "x=1");
    Consent consent = standing(token);

    assertEquals(token, said("choice=object&lang=fr", "x=1"));
    assertTrue(consent.objects());
    assertEquals(Consent.State.UNDECIDED, consent.state());
    assertTrue(consent.isAsked(stage.gateway.policy()));
    String page = stage.answer(get("/consent?lang=fr", "Cookie", token)).body();
    assertTrue(page.contains("Votre opposition est enregistrée."), page);
    assertTrue(page.contains("Vous n’avez pas encore choisi"), page);
    assertTrue(page.contains("value=\"allow\">Ne plus"), page);
  }

  @ParameterizedTest
  @DisplayName("an objection outlasts every choice, until it is lifted")
  @ValueSource(strings = {"choice=accept", "choice=refuse", "choice=save&purpose=chat"})
  void objectionOutlastsChoices(String form) {
    String token = said(form, said("choice=object", "x=1"));

    assertTrue(standing(token).objects());
    assertEquals(Consent.State.DECIDED, standing(token).state());
    String lifted = said("choice=allow", token);
    assertFalse(standing(lifted).objects());
    assertEquals(standing(token).granted(), standing(lifted).granted());
    String yes = form.equals("choice=accept") ? token : said("choice=accept", token);
    Answer withdrawn = stage.answer(post("/consent/withdraw", "", "Cookie", yes));
    assertTrue(standing(Stage.cookiePair(withdrawn)).objects());
  }

  @ParameterizedTest
  @DisplayName(
      "CK-08: an objection stands for 390 days from its own day, whatever becomes of the choice")
  @ValueSource(strings = {"choice=refuse", "choice=accept"})
  void objectionOutlivesTheChoice(String form) {
    String chosen = said(form, "x=1");
    stage.clock.advance(Duration.ofDays(179));
    Answer answer = stage.answer(post("/consent", "choice=object&lang=fr", "Cookie", chosen));
    String token = Stage.cookiePair(answer);

    assertTrue(answer.toString().contains("Max-Age=" + (390 * 86_400 - 43_200)), answer.toString());
    assertEquals(Consent.State.DECIDED, standing(token).state());
    stage.clock.advance(Duration.ofDays(1));
    assertEquals(Consent.State.UNDECIDED, standing(token).state());
    assertFalse(standing(token).grantsAnything());
    assertTrue(standing(token).objects());
    assertTrue(stage.answer(get("/consent?lang=fr", "Cookie", token)).body().contains("juin 2028"));
    stage.clock.advance(Duration.ofDays(388));
    assertTrue(standing(token).objects());
    stage.clock.advance(Duration.ofDays(1));
    assertFalse(standing(token).objects());
  }

  @Test
  @DisplayName("an objection moves neither the day nor the end of a choice, nor its identifier")
  void choiceStaysAsItIs() {
    String chosen = stage.tokenFor("audience");
    Consent before = standing(chosen);
    stage.clock.advance(Duration.ofDays(30));
    Consent after = standing(said("choice=object", chosen));

    assertEquals(before.ends(), after.ends());
    assertEquals(Set.of("audience"), after.granted());
    assertEquals(
        before.choice().orElseThrow().consentId(), after.choice().orElseThrow().consentId());
  }

  @Test
  @DisplayName("nothing is kept of a visitor who objects no more and has chosen nothing")
  void nothingIsKeptOfNothing() {
    String token = said("choice=object", "x=1");
    List<String> lines = cookies(stage.answer(post("/consent", "choice=allow", "Cookie", token)));

    assertEquals(1, lines.size());
    assertTrue(lines.get(0).startsWith("__Host-consent=;"), lines::toString);
    assertTrue(lines.get(0).contains("Max-Age=0"), lines::toString);
    assertEquals(List.of(), cookies(stage.answer(post("/consent", "choice=allow"))));
  }

  @ParameterizedTest
  @DisplayName("there is no objection where nothing is measured without consent")
  @CsvSource({"object", "allow"})
  void nothingToObjectTo(String choice) {
    Stage plain = new Stage();

    assertEquals(400, plain.answer(post("/consent", "choice=" + choice)).status());
    assertFalse(plain.answer(get("/consent?lang=fr")).body().contains("objection"));
  }

  @Test
  @DisplayName("UI-22, T37: what is exempt is shown apart, with a button of its own and no box")
  void exemptIsShownApart() {
    String page = stage.answer(get("/consent?lang=fr")).body();
    int apart = page.indexOf("id=\"exempt\"");

    assertTrue(apart > page.indexOf("Enregistrer mes choix"), page);
    assertEquals(-1, page.indexOf("checkbox", apart));
    assertTrue(page.contains("value=\"object\">S’opposer"), page);
    assertTrue(page.contains("Conserve votre panier"), page);
  }
}
