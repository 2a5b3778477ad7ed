package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private final Stage stage = new Stage();

  @ParameterizedTest
  @DisplayName("case 110: refusing all leaves every necessary cookie, in both directions")
  @ValueSource(strings = {"basket", "remember", "JSESSIONID"})
  void refusalKeepsWhatIsNecessary(String name) {
    stage.gateway.admitSessionCookie("JSESSIONID", Duration.ZERO);
    String cookie = name + "=1";
    for (String form : List.of("/consent", "/consent/withdraw")) {
      Answer refusal = stage.answer(post(form, "choice=refuse", "Cookie", cookie + "; _ga=1"));
      assertTrue(Stage.cookies(refusal).stream().noneMatch(line -> line.startsWith(name)));
    }
    Stage.Head head = new Stage.Head();
    Exchange exchange = stage.begin(get("/", "Cookie", stage.tokenFor() + "; " + cookie), head);
    assertEquals(List.of(cookie), exchange.visibleCookies());
    assertEquals(Optional.of(cookie), exchange.add("Set-Cookie", cookie));
    assertTrue(head.fields("Set-Cookie").isEmpty());
  }

  @ParameterizedTest
  @DisplayName("case 112, SG-02: the signal is a refusal, and a yes said under it stands")
  @CsvSource({
    "0,      false",
    "1,      false",
    "1,      true",
  })
  void signalRefusesUntilAnExplicitChoice(String signal, boolean chosen) {
    String token =
        chosen
            ? Stage.cookiePair(stage.answer(post("/consent", "choice=accept", "Sec-GPC", signal)))
            : "basket=1";
    Exchange exchange =
        stage.begin(get("/", "Cookie", token + "; _ga=1", "Sec-GPC", signal), new Stage.Head());
    assertEquals(chosen, exchange.consent().allows("audience"));
    assertEquals(chosen, exchange.add("Set-Cookie", "_ga=1").isPresent());
    assertEquals(chosen, exchange.visibleCookies().toString().contains("_ga"));
    assertFalse(exchange.answer().isPresent());
  }
}
