package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a choice is taken back. */
class WithdrawalTest {

  private final Stage stage = new Stage();

  private Consent standing(String cookie) {
    return stage.begin(get("/", "Cookie", cookie), new Stage.Head()).consent();
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
}
