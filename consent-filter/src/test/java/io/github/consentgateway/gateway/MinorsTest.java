package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.cookies;
import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UI-21: a site that is meant for children asks nothing and sets nothing. */
class MinorsTest {

  private final Stage grown = new Stage();
  private final Stage stage = grown.under("minors: true\n" + Stage.yaml());

  @Test
  @DisplayName("UI-21: nobody is asked, and a consent given elsewhere in time opens nothing")
  void nothingIsAskedNorGranted() {
    Exchange exchange =
        stage.begin(get("/", "Cookie", grown.tokenFor("audience")), new Stage.Head());

    assertEquals(Set.of(), exchange.consent().granted());
    assertFalse(exchange.consent().isAsked(stage.gateway.policy()));
    assertFalse(Consent.undecided().isAsked(stage.gateway.policy()));
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", "_ga=1"));
    assertTrue(exchange.add("Set-Cookie", "basket=1").isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"choice=accept", "choice=save&purpose=chat"})
  void nothingCanBeAccepted(String form) {
    Answer answer = stage.answer(post("/consent", form));

    assertEquals(400, answer.status());
    assertEquals(List.of(), cookies(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"choice=refuse", "choice=save"})
  void refusingStaysPossible(String form) {
    assertEquals(303, stage.answer(post("/consent", form)).status());
  }

  @Test
  void pageSaysWhy() {
    String page = stage.answer(get("/consent?lang=en")).body();

    assertTrue(page.contains("meant for children"), page);
    assertFalse(page.contains("Accept all"), page);
    assertNotEquals(grown.gateway.policy().fingerprint(), stage.gateway.policy().fingerprint());
  }
}
