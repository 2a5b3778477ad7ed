package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Consent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("TK-04")
class BadClaimsTest {

  private static final String CLAIMS = Forge.claims(acceptance(DAY));

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final ConsentTokens tokens = Fixtures.tokens(clock);

  private Consent read(String token) {
    return tokens.read(List.of("__Host-consent=" + token));
  }

  private void assertRefused(TokenDefect expected, String token) {
    assertSame(Consent.undecided(), read(token));
    assertEquals(1, tokens.counts().get(expected), () -> tokens.counts().toString());
    assertEquals(1, tokens.counts().values().stream().mapToLong(n -> n).sum());
    assertEquals(0, tokens.cached());
  }

  @ParameterizedTest(name = "{1} instead of {0}")
  @DisplayName("TK-05: signed with our key, yet not what we write")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CLAIMS | {\"iss\"                     | { \"iss\"",
        "CLAIMS | {\"iss\"                     | [\"iss\"",
        "CLAIMS | \"iss\":\"https              | \"iss\":\"a\",\"iss\":\"https",
        "CLAIMS | \"iss\":                     | \"sub\":",
        "CLAIMS | \"aud\":\"https://www.example.fr\" | \"aud\":[\"https://www.example.fr\"]",
        "CLAIMS | \"iat\":1795392000           | \"iat\":\"1795392000\"",
        "CLAIMS | \"iat\":1795392000           | \"iat\":01795392000",
        "CLAIMS | \"iat\":1795392000           | \"iat\":-1795392000",
        "CLAIMS | \"iat\":1795392000           | \"iat\":1.795392e9",
        "CLAIMS | \"iat\":1795392000           | \"iat\":1795392001",
        "CLAIMS | \"iat\":1795392000           | \"iat\":99999999999999999999999999999999",
        "CLAIMS | \"iat\":1795392000           | \"iat\":",
        "CLAIMS | \"exp\":1810944000           | \"exp\":1810944001",
        "CLAIMS | \"exp\":1810944000           | \"exp\":9999999999999",
        "CLAIMS | \"exp\":1810944000           | \"exp\":1795392000",
        "CLAIMS | ,\"exp\":1810944000          | ``",
        "CLAIMS | \"pol\":\"pf\"               | \"pol\":null",
        "CLAIMS | \"pol\":\"pf\"               | \"pol\":\"p\\u0066\"",
        "CLAIMS | \"pol\":\"pf\"               | \"pol\":\"p\\n\"",
        "CLAIMS | \"pol\":\"pf\"               | \"pol\":\"p\\u00E9\"",
        "CLAIMS | \"pol\":\"pf\"               | \"pol\":\"p\u00e9\"",
        "CLAIMS | ,\"ver\":\"v1\"             | ``",
        "CLAIMS | \"ver\":\"v1\"              | \"ver\":1",
        "CLAIMS | \"gpc\":false                | \"gpc\":false,\"obj\":false",
        "CLAIMS | \"gpc\":false                | \"gpc\":false,\"obj\":-1",
        "CLAIMS | \"gpc\":false                | \"gpc\":false,\"obj\":1,\"obj\":1",
        "CLAIMS | \"lang\":                    | \"obj\":1,\"lang\":",
        "CLAIMS | \"audience\":1               | \"audience\":2147483648",
        "CLAIMS | \"audience\":1               | \"audience\":true",
        "CLAIMS | \"audience\":1               | \"audience\":1,\"audience\":1",
        "CLAIMS | \"audience\":1               | \"b\":1,\"audience\":1",
        "CLAIMS | \"audience\":1               | \"audience\":1,",
        "CLAIMS | \"audience\":1               | ``",
        "CLAIMS | \"deny\":{                   | \"deny\":[",
        "CLAIMS | \"gpc\":false                | \"gpc\":0",
        "CLAIMS | \"gpc\":false                | \"gpc\":",
        "CLAIMS | \"gpc\":false                | \"gpc\":\"false\"",
        "CLAIMS | ,\"jti\":\"AAECAwQFBgcICQoLDA0ODw\" | ``",
        "CLAIMS | \"jti\":\"AAECAwQFBgcICQoLDA0ODw\" | \"jti\":\"someone\"",
        "CLAIMS | \"jti\":                     | \"sub\":\"me\",\"jti\":",
        "CLAIMS | ODw\"}                       | ODw\",\"ip\":\"192.0.2.1\"}",
        "CLAIMS | ODw\"}                       | ODw\"}}",
        "CLAIMS | ODw\"}                       | ODw\"",
        "CLAIMS | ODw\"}                       | ODw",
        "CLAIMS | \"iat\":1795392000,\"exp\":1810944000 | \"iat\":1728000000000,\"exp\":1728015552000",
        "ENDED  | \"iat\":1795392000,\"exp\":1810944000 | \"iat\":0,\"exp\":15552000",
        "SITE   | \"iss\":\"https://www.example.fr\" | \"iss\":\"https://www.example.com\"",
        "SITE   | \"aud\":\"https://www.example.fr\" | \"aud\":\"https://example.fr\"",
      })
  void refusesEveryOtherText(TokenDefect expected, String part, String other) {
    assertEquals(2, CLAIMS.split(java.util.regex.Pattern.quote(part), -1).length);

    assertRefused(expected, Forge.signed(CLAIMS.replace(part, other)));
  }

  @ParameterizedTest
  @CsvSource({"[]", "null", "1", "yes", "{}", "'\"\"'", "'{\"iss\"'", "'{\"iss\":\"\\u00'"})
  void refusesClaimsThatAreNoSuchObject(String payload) {
    assertRefused(TokenDefect.CLAIMS, Forge.signed(payload));
  }

  @Test
  void refusesATokenOfTomorrow() {
    assertRefused(TokenDefect.FUTURE, Forge.signed(Forge.claims(acceptance(DAY.plusDays(1)))));
  }

  @Test
  void refusesATokenThatHasEnded() {
    assertRefused(TokenDefect.ENDED, Forge.signed(Forge.claims(acceptance(DAY.minusDays(180)))));
  }

  @Test
  void believesAnEarlierEndThanTheLongest() {
    String token = Forge.signed(CLAIMS.replace("\"exp\":1810944000", "\"exp\":1795392001"));

    assertEquals(Consent.State.DECIDED, read(token).state());
    clock.advance(java.time.Duration.ofSeconds(1));
    assertSame(Consent.undecided(), read(token));
  }
}
