package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.OTHER_KEY;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.base64Url;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("TK-04")
class BadTokenTest {

  private static final String CLAIMS = Forge.claims(acceptance(DAY));
  private static final String GOOD = Forge.signed(CLAIMS);
  private static final String HEAD = GOOD.substring(0, GOOD.indexOf('.') + 1);
  private static final String REST = GOOD.substring(HEAD.length());

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final ConsentTokens tokens =
      new ConsentTokens(
          Fixtures.SITE,
          Fixtures.POLICY::standing,
          TokenKeys.of(KeyRing.of(KEY, OTHER_KEY)),
          clock);

  private Consent read(String token) {
    return tokens.read(List.of("__Host-consent=" + token));
  }

  private void assertRefused(TokenDefect expected, String token) {
    assertSame(Consent.undecided(), read(token));
    assertEquals(1, tokens.counts().get(expected), () -> tokens.counts().toString());
    assertEquals(1, tokens.counts().values().stream().mapToLong(n -> n).sum());
    assertEquals(0, tokens.cached());
  }

  @Test
  void believesTheTokenThatTheOthersAreMadeFrom() {
    assertEquals(Consent.State.DECIDED, read(GOOD).state());
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("case 96, case 102: not consented, never an exception")
  void refusesEachKindOfBadToken(TokenDefect expected, String token) {
    assertRefused(expected, token);
  }

  static Stream<Arguments> refusesEachKindOfBadToken() {
    String body = REST.substring(0, REST.indexOf('.'));
    String signature = REST.substring(REST.indexOf('.') + 1);
    TokenKey impostor = Fixtures.key("k1", 99);
    return Stream.of(
        argumentSet("empty", TokenDefect.HEADER, ""),
        argumentSet("signed by another", TokenDefect.SIGNATURE, forged("HS256", "k1", impostor)),
        argumentSet("signed by k2 as k1", TokenDefect.SIGNATURE, forged("HS256", "k1", OTHER_KEY)),
        argumentSet("signed by k1 as k2", TokenDefect.SIGNATURE, forged("HS256", "k2", KEY)),
        argumentSet("unknown kid", TokenDefect.HEADER, forged("HS256", "k3", KEY)),
        argumentSet("alg none", TokenDefect.HEADER, forged("none", "k1", KEY)),
        argumentSet(
            "alg none, no signature",
            TokenDefect.HEADER,
            base64Url("{\"alg\":\"none\"}") + "." + body + "."),
        argumentSet("alg HS512", TokenDefect.HEADER, forged("HS512", "k1", KEY)),
        argumentSet("alg RS256", TokenDefect.HEADER, forged("RS256", "k1", KEY)),
        argumentSet(
            "HS512 behind our header",
            TokenDefect.FORM,
            Forge.token(Forge.CONSENT_HEADER, CLAIMS, KEY, "HmacSHA512")),
        argumentSet(
            "another type",
            TokenDefect.HEADER,
            Forge.token(Forge.header("HS256", "k1", "consent-since+jwt"), CLAIMS, KEY)),
        argumentSet(
            "header with a space",
            TokenDefect.HEADER,
            Forge.token(Forge.CONSENT_HEADER.replace(",", ", "), CLAIMS, KEY)),
        argumentSet(
            "header with crit",
            TokenDefect.HEADER,
            Forge.token(Forge.CONSENT_HEADER.replace("}", ",\"crit\":[]}"), CLAIMS, KEY)),
        argumentSet("header only", TokenDefect.FORM, HEAD),
        argumentSet("no claims", TokenDefect.FORM, HEAD + "." + signature),
        argumentSet("no signature", TokenDefect.FORM, HEAD + body + "."),
        argumentSet("no last dot", TokenDefect.FORM, HEAD + body + signature),
        argumentSet("four parts", TokenDefect.FORM, GOOD + ".A"),
        argumentSet("padded", TokenDefect.FORM, GOOD + "="),
        argumentSet("padded claims", TokenDefect.FORM, HEAD + body + "==." + signature),
        argumentSet("in quotes", TokenDefect.HEADER, "\"" + GOOD + "\""),
        argumentSet("stray bits", TokenDefect.FORM, HEAD + body + "." + strayBits(signature)),
        argumentSet("plus", TokenDefect.FORM, HEAD + "+" + body.substring(1) + "." + signature),
        argumentSet("not ASCII", TokenDefect.FORM, HEAD + "\u00e9" + body + "." + signature),
        argumentSet("beyond Latin", TokenDefect.FORM, HEAD + "\u4e00" + body + "." + signature),
        argumentSet("a space", TokenDefect.FORM, HEAD + body + " ." + signature),
        argumentSet(
            "edited purposes",
            TokenDefect.SIGNATURE,
            HEAD + base64Url(CLAIMS.replace("\"audience\"", "\"chat\"")) + "." + signature),
        argumentSet("4097 long", TokenDefect.TOO_LONG, HEAD + "A".repeat(4097 - HEAD.length())),
        argumentSet("4096 long", TokenDefect.FORM, HEAD + "A".repeat(4096 - HEAD.length())));
  }

  private static String forged(String alg, String kid, TokenKey key) {
    return Forge.token(Forge.header(alg, kid, "consent+jwt"), CLAIMS, key);
  }

  private static String strayBits(String signature) {
    char last = signature.charAt(signature.length() - 1);
    return signature.substring(0, signature.length() - 1) + (char) (last + 1);
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < GOOD.length(); length++) {
      assertSame(Consent.undecided(), read(GOOD.substring(0, length)));
      assertSame(Consent.undecided(), read(GOOD.substring(GOOD.length() - length)));
    }
    assertEquals(0, tokens.cached());
  }

  @Test
  void refusesEveryChangeOfOneCharacter() {
    for (int at = 0; at < GOOD.length(); at++) {
      for (char c : new char[] {'A', 'g', '_', '.', '=', '%', '\u00ff'}) {
        String mutant = GOOD.substring(0, at) + c + GOOD.substring(at + 1);
        assertEquals(
            mutant.equals(GOOD), read(mutant).choice().isPresent(), "character " + at + " = " + c);
      }
    }
  }

  @Test
  @DisplayName("T29: a token of another site with the same keys")
  void refusesATokenOfASiblingSite() {
    ConsentTokens sibling =
        new ConsentTokens(
            "https://shop.example.fr", Fixtures.POLICY::standing, Fixtures.KEYS, clock);

    assertRefused(TokenDefect.SITE, sibling.issue(acceptance(DAY)).value());
  }

  @Test
  void neverTakesADayCookieForAChoice() {
    CookieAges ages = new CookieAges(Fixtures.SITE, Fixtures.KEYS, clock);
    FirstDays none = ages.read(List.of());

    assertRefused(TokenDefect.HEADER, ages.changes(none, none.with("_ga*", DAY)).get(0).value());
  }

  @Test
  void countsEachReasonByItself() {
    Map<TokenDefect, Long> before = tokens.counts();
    read("x");

    assertEquals(0, before.get(TokenDefect.HEADER));
    assertEquals(1, tokens.counts().get(TokenDefect.HEADER));
    for (TokenDefect defect : TokenDefect.values()) {
      assertEquals("https", java.net.URI.create(defect.url()).getScheme());
    }
  }
}
