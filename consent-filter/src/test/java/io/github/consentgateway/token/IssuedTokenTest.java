package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.END;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.payload;
import static io.github.consentgateway.token.Fixtures.refusal;
import static io.github.consentgateway.token.Fixtures.sent;
import static io.github.consentgateway.token.Fixtures.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IssuedTokenTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final ConsentTokens tokens = tokens(clock);

  @Test
  @DisplayName("TK-08, case 105: the cookie to the last character")
  void issuesAHostCookieForTheRestOfTheLife() {
    SetCookie cookie = tokens.issue(refusal(DAY));

    assertEquals(
        "__Host-consent="
            + cookie.value()
            + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=15552000"
            + "; Expires=Sat, 22 May 2027 00:00:00 GMT",
        cookie.text());
  }

  @Test
  @DisplayName("WD-11: the end is fixed by the day of the choice")
  void shortensTheLifeByTheTimeSinceTheStartOfTheDay() {
    clock.advance(Duration.ofHours(10));

    SetCookie cookie = tokens.issue(refusal(DAY));

    assertEquals(
        Optional.of(Duration.between(clock.instant(), END)), cookie.lifetime(clock.instant()));
  }

  @Test
  @DisplayName("TK-06: two refusals of one day are the same bytes")
  void cannotTellTwoRefusalsOfOneDayApart() {
    String first = tokens.issue(refusal(DAY)).value();
    clock.advance(Duration.ofHours(23));
    Map<String, Integer> reversed = new HashMap<>();
    reversed.put("audience", 1);
    reversed.put("chat", 2);
    Choice second =
        new Choice(
            DAY, "pf", "v1", Map.of(), reversed, Optional.empty(), "en", true, Optional.empty());

    assertEquals(first, tokens.issue(second).value());
    assertEquals(first, tokens(clock).issue(second).value());
    assertNotEquals(first, tokens.issue(refusal(DAY.plusDays(1))).value());
  }

  @Test
  @DisplayName("TK-05, TK-07: these claims and no others, dated by the day")
  void writesNoClaimBeyondTheList() {
    assertEquals(
        "{\"iss\":\"https://www.example.fr\",\"aud\":\"https://www.example.fr\","
            + "\"iat\":1795392000,\"exp\":1810944000,\"pol\":\"pf\",\"ver\":\"v1\",\"grant\":{},"
            + "\"deny\":{\"audience\":1,\"chat\":2},\"lang\":\"en\",\"gpc\":true}",
        payload(tokens.issue(refusal(DAY)).value()));
    assertTrue(
        payload(tokens.issue(refusal(DAY).objecting(Optional.of(DAY))).value())
            .endsWith(",\"gpc\":true,\"obj\":" + DAY.toEpochDay() + "}"));
    assertTrue(
        payload(tokens.issue(acceptance(DAY)).value())
            .endsWith(",\"gpc\":false,\"jti\":\"AAECAwQFBgcICQoLDA0ODw\"}"));
  }

  @Test
  void writesTheProtectedHeaderOfItsKey() {
    String header = tokens.issue(refusal(DAY)).value().split("\\.", 2)[0];

    assertEquals(
        Fixtures.base64Url("{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"consent+jwt\"}"), header);
  }

  @Test
  void refusesToIssueAnIdentifierThatIsNot128Bits() {
    for (String id : List.of("me@example.fr", "AAECAwQFBgcICQoLDA0ODx", "A".repeat(23))) {
      Choice choice =
          new Choice(
              DAY,
              "pf",
              "v1",
              Map.of("chat", 2),
              Map.of(),
              Optional.empty(),
              "en",
              false,
              Optional.of(id));

      assertThrows(IllegalArgumentException.class, () -> tokens.issue(choice));
    }
  }

  @Test
  void refusesToIssueATokenThatNoBrowserWouldKeep() {
    Map<String, Integer> many = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      many.put("purpose-" + i, 1);
    }
    Choice choice =
        new Choice(
            DAY, "pf", "v1", Map.of(), many, Optional.empty(), "en", false, Optional.empty());

    assertThrows(IllegalArgumentException.class, () -> tokens.issue(choice));
  }

  @Test
  void makesIdentifiersOfItsOwnForm() {
    String id = ConsentTokens.newConsentId();

    assertNotEquals(id, ConsentTokens.newConsentId());
    Choice choice =
        new Choice(
            DAY,
            "pf",
            "v1",
            Map.of("chat", 2),
            Map.of(),
            Optional.empty(),
            "fr",
            false,
            Optional.of(id));
    assertEquals(Optional.of(choice), tokens.read(List.of(sent(tokens.issue(choice)))).choice());
  }
}
