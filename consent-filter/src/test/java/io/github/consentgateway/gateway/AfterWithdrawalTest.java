package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a withdrawal leaves behind: nothing of the purpose, and all of the rest. */
class AfterWithdrawalTest {

  private final Stage stage = new Stage();

  @Test
  @DisplayName("T08, WD-02: twenty old cookies replayed after a withdrawal reach nobody")
  void oldCookiesReachNobody() {
    StringBuilder replayed = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      replayed.append("; _ga_").append(i).append("=old");
    }
    String yes = stage.tokenFor("audience", "chat");
    Answer answer = stage.answer(post("/consent/withdraw", "", "Cookie", yes + replayed));
    String no = Stage.cookiePair(answer);
    Exchange next = stage.begin(get("/", "Cookie", no + replayed), new Stage.Head());

    assertEquals(
        20,
        cookies(answer).stream()
            .filter(l -> l.matches("_ga_\\d+=; Path=/; .*"))
            .map(l -> l.substring(0, l.indexOf('=')))
            .distinct()
            .count());
    assertEquals(List.of(), next.visibleCookies());
    assertEquals(Optional.empty(), next.add("Set-Cookie", "_ga_3=new"));
  }

  @Test
  @DisplayName("WD-07: an answer under way when the visitor withdraws is undone by the next one")
  void answerUnderWayIsUndone() {
    String yes = stage.tokenFor("audience");
    Exchange underWay = stage.begin(get("/slow", "Cookie", yes), new Stage.Head());
    String no = Stage.cookiePair(stage.answer(post("/consent/withdraw", "", "Cookie", yes)));
    assertTrue(underWay.add("Set-Cookie", "_ga=late; Path=/").isPresent(), "judged when it began");

    Stage.Head head = new Stage.Head();
    Exchange next = stage.begin(get("/", "Cookie", no + "; _ga=late"), head);
    assertEquals(List.of(), next.visibleCookies());
    assertTrue(head.fields("Set-Cookie").stream().anyMatch(line -> line.startsWith("_ga=;")));
  }

  @ParameterizedTest
  @DisplayName("WD-10: nothing but the purpose's own cookies is cleared")
  @ValueSource(strings = {"/consent/withdraw", "/consent"})
  void nothingElseIsCleared(String path) {
    Answer answer =
        stage.answer(post(path, "choice=refuse", "Cookie", stage.tokenFor("chat") + "; basket=1"));

    assertFalse(answer.has("Clear-Site-Data"));
    assertTrue(cookies(answer).stream().noneMatch(line -> line.startsWith("basket")));
  }

  @Test
  @DisplayName("WD-13: the choice is this browser's; signing in or out does not touch it")
  void choiceIsOfTheBrowser() {
    String token = stage.tokenFor("chat");
    for (String cookie : List.of(token, token + "; remember=someone")) {
      Stage.Head head = new Stage.Head();
      Exchange exchange = stage.begin(get("/sign-in", "Cookie", cookie), head);
      exchange.add("Set-Cookie", "remember=someone; Max-Age=3600");

      assertTrue(exchange.consent().allows("chat"));
      assertTrue(
          head.fields("Set-Cookie").stream().noneMatch(l -> l.startsWith("__Host-consent=")));
    }
  }
}
