package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice decides on what was shown, and on nothing else. */
@DisplayName("PV-03, PV-05: a yes is a yes to what the form has shown")
class AskedTest {

  private static final String HTML = "<!doctype html><title>t</title><body><p>a</p></body>";

  private final Stage stage = new Stage();

  private static Element form(Stage at, String... fields) {
    return Jsoup.parse(at.page(get("/", fields), HTML)).expectFirst("section form");
  }

  /** The form as a browser sends it when the button of this value is pressed. */
  private static String pressed(Element form, String choice) {
    return form.select("input[type=hidden]").stream()
            .map(input -> input.attr("name") + "=" + encoded(input.attr("value")))
            .collect(Collectors.joining("&"))
        + "&choice="
        + choice;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Consent after(Stage at, Answer answer, String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "Cookie";
    all[fields.length + 1] = Stage.cookiePair(answer);
    return at.begin(get("/", all), new Stage.Head()).consent();
  }

  @Test
  @DisplayName("SG-02: accepting the question under the signal grants only what it asks")
  void signalStaysObeyed() {
    Stage shared =
        new Stage(
            Stage.yaml()
                .replace(
                    "provider: Exemple SAS, lifetime: P13M, thirdPartyAccess: false",
                    "provider: Exemple SAS, policyUrl: \"https://e.example/p\", lifetime: P13M, thirdPartyAccess: true"));
    Element form = form(shared, "Sec-GPC", "1");
    Set<String> shown = Set.copyOf(form.select("[name=purpose]").eachAttr("value"));

    Answer answer = shared.answer(post("/consent", pressed(form, "accept"), "Sec-GPC", "1"));

    assertTrue(shown.size() < shared.gateway.policy().purposes().size(), shown::toString);
    assertEquals(shown, after(shared, answer, "Sec-GPC", "1").granted());
    assertEquals(shown, after(shared, answer).granted());
  }

  @Test
  @DisplayName("a page from before a change is no yes to what is new, and it is asked then")
  void oldPageDecidesOnOldPurposes() {
    Element old = form(stage);
    Stage now = stage.under(Stage.yaml().replaceFirst("(?s)(chat:\n    version: )1", "$12"));

    Consent consent = after(now, now.answer(post("/consent", pressed(old, "accept"))));

    assertEquals(Set.of("audience"), consent.granted());
    assertEquals(Consent.State.OUTDATED, consent.state());
    assertTrue(consent.isAsked(now.gateway.policy()));
  }

  @ParameterizedTest
  @DisplayName("a form that may grant something and does not say what it showed is refused")
  @ValueSource(
      strings = {
        "choice=accept&asked=",
        "choice=accept&asked=audience",
        "choice=accept&asked=audience%3A0",
        "choice=accept&asked=audience%3A1234567",
        "choice=accept&asked=%3A1",
        "choice=accept&asked=audience%3A1&asked=chat%3A1",
        "choice=save&purpose=chat&asked=audience%3A1",
      })
  void unclearFormGrantsNothing(String form) {
    assertEquals(400, stage.answer(post("/consent", form)).status());
  }

  @Test
  void acceptingWithoutWhatWasAskedIsRefused() {
    for (String form : List.of("choice=accept", "choice=save&purpose=chat")) {
      Answer answer = stage.begin(post("/consent", form), new Stage.Head()).answer().orElseThrow();
      assertEquals(400, answer.status(), form);
    }
  }

  @Test
  @DisplayName("UI-05: refusing all is refusing all, even where one purpose alone is asked about")
  void refusingIsRefusingAll() {
    String both = stage.tokenFor("audience", "chat");
    Stage now = stage.under(Stage.yaml().replaceFirst("(?s)(chat:\n    version: )1", "$12"));
    Element form = form(now, "Cookie", both);

    assertEquals("chat:2", form.select("[name=asked]").attr("value"));
    Answer answer = now.answer(post("/consent", pressed(form, "refuse"), "Cookie", both));
    assertEquals(Set.of(), after(now, answer).granted());
    assertEquals(Consent.State.DECIDED, after(now, answer).state());
  }

  @Test
  @DisplayName("UI-03: refusing needs nothing more than to be said")
  void refusingIsAlwaysUnderstood() {
    Consent consent = after(stage, stage.answer(post("/consent", "choice=refuse")));

    assertEquals(Consent.State.DECIDED, consent.state());
    assertEquals(Set.of(), consent.granted());
  }

  @ParameterizedTest
  @DisplayName("of what is gone nothing is decided, and the visitor is told")
  @ValueSource(
      strings = {"accept&asked=gone%3A1", "save&asked=audience%3A9", "save&asked=gone%3A1"})
  void ofWhatIsGoneNothingIsDecided(String form) {
    Answer answer = stage.answer(post("/consent", "lang=en&choice=" + form));

    assertEquals(409, answer.status());
    assertEquals(List.of(), Stage.cookies(answer));
    assertTrue(answer.body().contains("Please choose again"), answer.body());
  }
}
