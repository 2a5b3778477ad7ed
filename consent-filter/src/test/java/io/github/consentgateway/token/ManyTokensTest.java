package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.refusal;
import static io.github.consentgateway.token.Fixtures.sent;
import static io.github.consentgateway.token.Fixtures.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ManyTokensTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final ConsentTokens tokens = tokens(clock);
  private final String good = sent(tokens.issue(acceptance(DAY)));

  private static String forged(int n) {
    return "__Host-consent="
        + Forge.token(
            Forge.CONSENT_HEADER, Forge.claims(acceptance(DAY)), Fixtures.key("k1", 100 + n));
  }

  private static String forgedTokens(int count) {
    return IntStream.range(0, count)
        .mapToObj(ManyTokensTest::forged)
        .collect(Collectors.joining("; "));
  }

  @Test
  @DisplayName("case 100: junk first does not mask the good one")
  void findsTheGoodTokenBehindJunk() {
    String junk = "__Host-consent=yes; __Host-consent; __Host-consent=; ".repeat(100);

    assertTrue(tokens.read(List.of(junk + forgedTokens(7) + "; " + good)).allows("audience"));
  }

  @Test
  @DisplayName("case 104: at most eight verifications for one request")
  void stopsVerifyingAfterEight() {
    assertSame(Consent.undecided(), tokens.read(List.of(forgedTokens(20) + "; " + good)));

    assertEquals(8, tokens.counts().get(TokenDefect.SIGNATURE));
    assertEquals(13, tokens.counts().get(TokenDefect.TOO_MANY));
  }

  @Test
  void findsATokenSeenBeforeBehindAnyNumberOfForgedOnes() {
    tokens.read(List.of(good));

    assertTrue(tokens.read(List.of(forgedTokens(20) + "; " + good)).allows("audience"));
  }

  @Test
  @DisplayName("case 104: one verification for each distinct token")
  void verifiesAHundredCopiesOnce() {
    String copies = (forged(0) + "; ").repeat(100);

    assertSame(Consent.undecided(), tokens.read(List.of(copies, copies)));
    assertEquals(1, tokens.counts().get(TokenDefect.SIGNATURE));
    assertTrue(tokens.read(List.of(copies + (good + ";").repeat(100))).allows("audience"));
  }

  @Test
  @DisplayName("case 100: the newest of several decides, in any order")
  void believesTheNewest() {
    String older = sent(tokens.issue(refusal(DAY.minusDays(1))));

    assertTrue(tokens.read(List.of(older + "; " + good)).allows("audience"));
    assertTrue(tokens.read(List.of(good + "; " + older)).allows("audience"));
    String newer = sent(tokens.issue(refusal(DAY)));
    clock.advance(java.time.Duration.ofDays(1));
    String newest = sent(tokens.issue(acceptance(DAY.plusDays(1))));
    assertTrue(tokens.read(List.of(newer, newest, older)).allows("audience"));
  }

  @Test
  void believesTheOneThatGrantsLessOfOneDay() {
    String refusal = sent(tokens.issue(refusal(DAY)));
    Choice both =
        new Choice(
            DAY,
            "pf",
            "v1",
            Map.of("audience", 1, "chat", 2),
            Map.of(),
            Optional.empty(),
            "en",
            false,
            Optional.of(Fixtures.CONSENT_ID));
    String all = sent(tokens.issue(both));

    assertFalse(tokens.read(List.of(good, refusal)).allows("audience"));
    assertFalse(tokens.read(List.of(refusal, good)).allows("audience"));
    assertFalse(tokens.read(List.of(all, good)).allows("chat"));
    assertFalse(tokens.read(List.of(good, all)).allows("chat"));
  }

  @Test
  @DisplayName("case 101: a token in a second Cookie field")
  void findsTheTokenInALaterField() {
    assertTrue(tokens.read(List.of("a=b", good + "; c=d")).allows("audience"));
  }

  @Test
  @DisplayName("case 103: neighbours that containers stumble over")
  void findsTheTokenBesideUnreadableCookies() {
    for (String neighbour :
        List.of("a=\"unclosed", "b=\u00e9\u00ff", "=", "c=d,e=f", "\u0001=\u0000")) {
      assertTrue(tokens.read(List.of(neighbour + "; " + good)).allows("audience"), neighbour);
      assertTrue(tokens.read(List.of(good + "; " + neighbour)).allows("audience"), neighbour);
    }
  }

  @Test
  void looksAtItsOwnNameOnly() {
    String value = good.substring(good.indexOf('='));

    for (String name : List.of("__host-consent", "__Host-consent2", "x__Host-consent", "consent")) {
      assertSame(Consent.undecided(), tokens.read(List.of(name + value)), name);
    }
  }

  @Test
  @DisplayName("case 104: 64 KiB of junk in the Cookie field")
  void readsAHugeHeader() {
    String head = Fixtures.sent(tokens.issue(acceptance(DAY))).substring(0, 90);
    String junk = String.join("; ", Collections.nCopies(700, head + "A"));

    assertTrue(tokens.read(List.of(junk + "; " + good)).allows("audience"));
    assertSame(Consent.undecided(), tokens.read(List.of("__Host-consent=" + "A".repeat(65_536))));
    assertEquals(1, tokens.counts().get(TokenDefect.TOO_LONG));
  }
}
