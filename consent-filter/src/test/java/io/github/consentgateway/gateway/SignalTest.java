package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Global Privacy Control. In the example, the purpose "chat" lets a third party read its cookie.
 */
class SignalTest {

  private final Stage stage =
      new Stage(
          Stage.yaml()
              .replace(
                  "lifetime: P6M, thirdPartyAccess: false",
                  "lifetime: P6M, thirdPartyAccess: true, policyUrl: \"https://a.example/p\""));

  private Consent standing(String... fields) {
    return stage.begin(get("/", fields), new Stage.Head()).consent();
  }

  private String choice(String form, String... fields) {
    return Stage.cookiePair(stage.answer(post("/consent", form, fields)));
  }

  @ParameterizedTest
  @DisplayName("SG-01: only the value 1 counts, in any one field")
  @CsvSource({"1,true", "0,false", "true,false", "' 1',false", "1;x,false", "11,false", "'',false"})
  void onlyOneIsTheSignal(String value, boolean refused) {
    assertEquals(refused ? Set.of("chat") : Set.of(), standing("Sec-GPC", value).signalled());
    assertEquals(Set.of("chat"), standing("Sec-GPC", value, "Sec-GPC", "1").signalled());
  }

  @Test
  @DisplayName("SG-02: an undecided visitor is still asked about what no third party gets")
  void signalRefusesWhatThirdPartiesGet() {
    String page = stage.answer(get("/consent?lang=en", "Sec-GPC", "1")).body();

    assertTrue(page.contains("Global Privacy Control signal"), page);
    assertFalse(standing("Sec-GPC", "1").allows("chat"));
  }

  @ParameterizedTest
  @DisplayName("SG-02: state table")
  @CsvSource({
    // chosen | signal at the choice | signal now | chat granted now
    "accept, 0, 0, true",
    "accept, 0, 1, false",
    "accept, 1, 1, true",
    "accept, 1, 0, true",
    "refuse, 0, 1, false",
    "refuse, 1, 1, false",
  })
  void choiceUnderTheSignalWins(String choice, String before, String now, boolean granted) {
    String token = choice("choice=" + choice, "Sec-GPC", before);
    Consent consent = standing("Cookie", token, "Sec-GPC", now);

    assertEquals(granted, consent.allows("chat"));
    assertEquals(choice.equals("accept"), consent.allows("audience"));
    assertEquals(Consent.State.DECIDED, consent.state());
  }

  @Test
  @DisplayName("SG-02, WD-01: what the signal suspends is withdrawn for good")
  void suspendedGrantCanBeWithdrawn() {
    String yes = choice("choice=save&purpose=chat");
    Answer answer =
        stage.answer(post("/consent/withdraw", "lang=en", "Cookie", yes, "Sec-GPC", "1"));

    assertFalse(standing("Cookie", Stage.cookiePair(answer)).allows("chat"));
  }

  @Test
  @DisplayName("SG-02: where the signal answers everything nobody is asked, and the page says so")
  void visitorIsToldWithoutBeingAsked() {
    Stage all =
        new Stage(
            Stage.yaml()
                .replace(
                    "thirdPartyAccess: false",
                    "thirdPartyAccess: true, policyUrl: \"https://a.example/p\""));
    String page = all.page(get("/", "Sec-GPC", "1"), "<html lang=en><body></body></html>");

    assertFalse(page.contains("<section"), page);
    assertTrue(
        page.contains("We have taken it as a refusal of: Audience measurement, Live chat"), page);
  }

  @Test
  @DisplayName("SG-03: the site says that it heeds the signal")
  void supportIsPublished() {
    Answer answer = stage.answer(get("/.well-known/gpc.json"));

    assertEquals("{\"gpc\":true,\"lastUpdate\":\"2026-11-22\"}\n", answer.body());
    assertEquals("{\"gpc\":true}\n", Signal.support("seven"));
    assertTrue(answer.fields().stream().anyMatch(f -> f.getValue().equals("application/json")));
  }

  @Test
  @DisplayName("CK-14: answers that the signal may change say so to caches, and only those")
  void cachesAreToldOfTheSignal() {
    Stage.Head heeding = new Stage.Head();
    stage.begin(get("/"), heeding).consent();
    assertEquals(List.of("Cookie, Sec-GPC"), heeding.fields("Vary"));
    Stage.Head other = new Stage.Head();
    new Stage().begin(get("/"), other).consent();
    assertEquals(List.of("Cookie"), other.fields("Vary"));

    Exchange exchange = stage.begin(get("/"), new Stage.Head());
    exchange.consent();
    assertEquals("Accept, Cookie, Sec-GPC", exchange.replace("Vary", "Accept").orElseThrow());
    assertTrue(
        stage.answer(get("/consent")).fields().contains(Map.entry("Vary", "Cookie, Sec-GPC")));
  }

  @Test
  @DisplayName("SG-04: the cookie policy explains what the signal does")
  void policyExplainsTheSignal() {
    String page = stage.answer(get("/consent/cookies?lang=fr")).body();

    assertTrue(page.contains("dès la première page"), page);
  }

  @Test
  @DisplayName("the signal makes no difference where no third party gets anything")
  void signalNeedsSomethingToRefuse() {
    Consent consent = new Stage().begin(get("/", "Sec-GPC", "1"), new Stage.Head()).consent();

    assertEquals(Set.of(), consent.signalled());
  }
}
