package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.KEY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.OTHER_KEY;
import static io.github.consentgateway.token.Fixtures.POLICY;
import static io.github.consentgateway.token.Fixtures.SITE;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private KeyRing ring = KeyRing.of(KEY);
  private final AtomicInteger asked = new AtomicInteger();
  private final ConsentTokens tokens = new ConsentTokens(SITE, this::standing, () -> ring, clock);

  private Consent standing(Choice choice) {
    asked.incrementAndGet();
    return POLICY.standing(choice);
  }

  private static Choice numbered(int n) {
    return new Choice(
        DAY,
        "pf",
        "v1",
        Map.of("n", n),
        Map.of(),
        Optional.empty(),
        "en",
        false,
        Optional.of(Fixtures.CONSENT_ID));
  }

  @Test
  void verifiesATokenOnce() {
    String field = sent(tokens.issue(acceptance(DAY)));

    Consent first = tokens.read(List.of(field));
    Consent second = tokens.read(List.of("a=b; " + field));

    assertSame(first, second);
    assertEquals(1, asked.get());
    assertEquals(1, tokens.cached());
  }

  @Test
  void lacksRoomForForgedTokens() {
    TokenKey impostor = Fixtures.key("k1", 77);
    for (int n = 0; n < 1000; n++) {
      String claims = Forge.claims(numbered(n));
      tokens.read(List.of("__Host-consent=" + Forge.token(Forge.CONSENT_HEADER, claims, impostor)));
    }
    assertEquals(0, tokens.cached());

    for (int n = 0; n < 5; n++) {
      tokens.read(List.of("__Host-consent=" + Forge.signed(Forge.claims(numbered(n)))));
    }
    assertEquals(5, tokens.cached());
  }

  @Test
  void staysWithinItsBound() {
    for (int n = 0; n < TokenReader.CACHED + 500; n++) {
      tokens.read(List.of("__Host-consent=" + Forge.signed(Forge.claims(numbered(n)))));
    }

    assertEquals(TokenReader.CACHED, tokens.cached());
  }

  @Test
  void knowsTheWholeTokenNotItsSignature() {
    String token = tokens.issue(acceptance(DAY)).value();
    assertEquals(Consent.State.DECIDED, tokens.read(List.of("__Host-consent=" + token)).state());
    String signature = token.substring(token.length() - Seal.SIGNATURE);
    int middle = token.length() / 2;

    for (String other :
        List.of(
            signature,
            token.substring(1),
            "A" + token.substring(1),
            token.substring(0, middle) + "AA" + token.substring(middle + 2),
            token.substring(0, token.indexOf('.') + 1) + "e30." + signature)) {
      assertSame(Consent.undecided(), tokens.read(List.of("__Host-consent=" + other)), other);
    }
  }

  @Test
  void forgetsTheTokensOfAKeyThatIsTakenAway() {
    String field = sent(tokens.issue(acceptance(DAY)));
    assertTrue(tokens.read(List.of(field)).allows("audience"));

    ring = KeyRing.of(OTHER_KEY);
    assertSame(Consent.undecided(), tokens.read(List.of(field)));

    ring = KeyRing.of(Fixtures.key("k1", 66));
    assertSame(Consent.undecided(), tokens.read(List.of(field)));
  }

  @Test
  void keepsTheTokensOfAnOldKeyThatStillVerifies() {
    String field = sent(tokens.issue(acceptance(DAY)));
    tokens.read(List.of(field));

    ring = KeyRing.of(OTHER_KEY, KEY);

    assertTrue(tokens.read(List.of(field)).allows("audience"));
    String header = tokens.issue(acceptance(DAY)).value().split("\\.", 2)[0];
    assertEquals(
        Fixtures.base64Url(Forge.header("HS256", "k2", "consent+jwt")),
        header,
        "the new one signs");
  }
}
