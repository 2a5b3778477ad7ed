package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.KEYS;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LT-05")
class BadDayCookieTest {

  private static final String NAME = "__Host-consent-since-20261123=";
  private static final String HEADER = Forge.header("HS256", "k1", "consent-since+jwt");
  private static final String CLAIMS = new DayRules(DAY, Set.of("a", "b")).claims(new Site(SITE));

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final CookieAges ages = new CookieAges(SITE, KEYS, clock);

  private Optional<?> read(String... fields) {
    return ages.read(List.of(fields)).of("a");
  }

  @Test
  void believesTheTokenThatTheOthersAreMadeFrom() {
    assertEquals(Optional.of(DAY), read(NAME + Forge.token(HEADER, CLAIMS, KEY)));
    assertEquals(1, ages.cached());
  }

  @ParameterizedTest(name = "{1} instead of {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CLAIMS | {\"iss\"           | {\"x\":1,\"iss\"",
        "CLAIMS | \"iat\":1795392000 | \"iat\":1795392001",
        "CLAIMS | \"iat\":1795392000 | \"iat\":true",
        "CLAIMS | [\"a\",\"b\"]      | [\"b\",\"a\"]",
        "CLAIMS | [\"a\",\"b\"]      | [\"a\",\"a\"]",
        "CLAIMS | [\"a\",\"b\"]      | [\"a\" \"b\"]",
        "CLAIMS | [\"a\",\"b\"]      | [\"a\",1]",
        "CLAIMS | [\"a\",\"b\"]      | \"a\"",
        "CLAIMS | \"b\"]}            | \"b\"],\"exp\":9999999999}",
        "SITE   | \"iss\":\"https://www | \"iss\":\"https://xxx",
        "SITE   | \"aud\":\"https://www | \"aud\":\"https://xxx",
        "ENDED  | \"iat\":1795392000 | \"iat\":1761696000",
        "FUTURE | \"iat\":1795392000 | \"iat\":1795478400",
      })
  void ignoresEveryOtherText(TokenDefect expected, String part, String other) {
    assertEquals(
        Optional.empty(), read(NAME + Forge.token(HEADER, CLAIMS.replace(part, other), KEY)));
    assertEquals(1, ages.counts().get(expected), () -> ages.counts().toString());
    assertEquals(0, ages.cached());
  }

  @Test
  void ignoresAForgedOneAndAnotherType() {
    String consent = Fixtures.tokens(clock).issue(Fixtures.acceptance(DAY)).value();

    assertEquals(Optional.empty(), read(NAME + Forge.token(HEADER, CLAIMS, Fixtures.key("k1", 9))));
    assertEquals(Optional.empty(), read(NAME + consent));
    assertEquals(Optional.empty(), read(NAME + Forge.signed(CLAIMS)));
    assertEquals(1, ages.counts().get(TokenDefect.SIGNATURE));
    assertEquals(2, ages.counts().get(TokenDefect.HEADER));
  }

  @Test
  void ignoresATokenUnderTheNameOfAnotherDay() {
    String token = Forge.token(HEADER, CLAIMS, KEY);

    for (String day : List.of("20261124", "20261122", "", "2026112", "202611233", "2026112x")) {
      assertEquals(Optional.empty(), read("__Host-consent-since-" + day + "=" + token), day);
    }
    assertEquals(Optional.empty(), read("consent-since-20261123=" + token));
    assertEquals(Optional.of(DAY), read("__Host-consent-since-x=" + token + "; " + NAME + token));
  }

  @Test
  void verifiesEightAtMost() {
    String forged =
        IntStream.range(0, 20)
            .mapToObj(n -> NAME + Forge.token(HEADER, CLAIMS, Fixtures.key("k1", 50 + n)))
            .collect(Collectors.joining("; "));

    assertEquals(Optional.empty(), read(forged));
    assertEquals(8, ages.counts().get(TokenDefect.SIGNATURE));
    assertEquals(12, ages.counts().get(TokenDefect.TOO_MANY));
  }
}
