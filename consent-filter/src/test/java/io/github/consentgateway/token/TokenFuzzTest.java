package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEYS;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text in a {@code Cookie} field: never an exception, never a consent that was not given. */
class TokenFuzzTest {

  private static final SettableClock CLOCK = new SettableClock(MIDNIGHT);
  private static final ConsentTokens TOKENS = Fixtures.tokens(CLOCK);
  private static final CookieAges AGES = new CookieAges(SITE, KEYS, CLOCK);
  private static final String ISSUED = TOKENS.issue(Fixtures.acceptance(DAY)).value();
  private static final String HEAD = ISSUED.substring(0, ISSUED.indexOf('.') + 1);

  static Stream<String> fields() {
    return Stream.of(
        "",
        "__Host-consent=" + ISSUED,
        "__Host-consent=" + ISSUED + "=",
        "__Host-consent=" + HEAD + "e30." + "A".repeat(43),
        "__Host-consent=" + HEAD + "..; __Host-consent; =; __Host-consent==",
        "__Host-consent-since-20261123=" + ISSUED,
        "__Host-consent=\u0000\ud800\uffff");
  }

  static Stream<String> claims() {
    return Stream.of("", "{", "{\"iss\":\"\\ud83", Forge.claims(Fixtures.acceptance(DAY)));
  }

  @FuzzTest
  @MethodSource("fields")
  void believesOnlyWhatWasIssued(@NotNull String field) {
    Consent consent = TOKENS.read(List.of(field));

    assertTrue(consent.choice().isEmpty() || field.contains(ISSUED));
    assertEquals(Optional.empty(), AGES.read(List.of(field)).of("_ga*"));
  }

  @FuzzTest
  @MethodSource("claims")
  void readsNoClaimsButItsOwnText(@NotNull String claims) {
    Site site = new Site(SITE);

    Reading<DatedChoice> reading = DatedChoice.read(claims, site, MIDNIGHT);

    if (reading instanceof Reading.Good<DatedChoice> good) {
      assertEquals(claims, good.value().claims(site));
    }
    DayRules.read(claims, site, MIDNIGHT);
  }
}
