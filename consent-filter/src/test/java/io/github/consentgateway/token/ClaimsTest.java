package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.CONSENT_ID;
import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("TK-05: what was issued is read again as it was chosen")
class ClaimsTest {

  private final ConsentTokens tokens = Fixtures.tokens(new SettableClock(MIDNIGHT));

  private static Choice choice(int version, String language, boolean gpc) {
    return new Choice(
        DAY,
        "pf",
        "v1",
        Map.of("audience", version, "video", 1),
        Map.of("chat", version),
        Optional.empty(),
        language,
        gpc,
        Optional.of(CONSENT_ID));
  }

  private Optional<Choice> readAgain(Choice choice) {
    return tokens.read(List.of(sent(tokens.issue(choice)))).choice();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 2_147_483_646, 2_147_483_647})
  void readsVersions(int version) {
    Choice choice = choice(version, "en", false);

    assertEquals(Optional.of(choice), readAgain(choice));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsTheSignalOfTheBrowser(boolean gpc) {
    Choice choice = choice(1, "en", gpc);

    assertEquals(Optional.of(choice), readAgain(choice));
  }

  @DisplayName("printable ASCII stands for itself but for \" and \\; all else is escaped")
  @ParameterizedTest
  @CsvSource({
    "0x1F, false", "0x20, true", "0x21, true", "0x22, false", "0x23, true", "0x5B, true",
    "0x5C, false", "0x5D, true", "0x7D, true", "0x7E, true", "0x7F, false", "0xE9, false",
    "0xD83C, false", "0xFFFF, false"
  })
  void writesCharacters(String code, boolean plain) {
    char c = (char) Integer.decode(code).intValue();
    Choice choice = choice(1, "a" + c + "b", false);

    String written = plain ? String.valueOf(c) : "\\u%04x".formatted((int) c);
    assertTrue(Forge.claims(choice).contains("\"lang\":\"a" + written + "b\""));
    assertEquals(Optional.of(choice), readAgain(choice));
  }
}
