package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.END;
import static io.github.consentgateway.token.Fixtures.KEYS;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.POLICY;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.refusal;
import static io.github.consentgateway.token.Fixtures.sent;
import static io.github.consentgateway.token.Fixtures.tokens;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTokensTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private final ConsentTokens tokens = tokens(clock);

  @Test
  void readsWhatItIssued() {
    Consent consent = tokens.read(List.of(sent(tokens.issue(acceptance(DAY)))));

    assertEquals(Consent.State.DECIDED, consent.state());
    assertTrue(consent.allows("audience"));
    assertFalse(consent.allows("chat"));
    assertEquals(Optional.of(acceptance(DAY)), consent.choice());
  }

  @Test
  @DisplayName("case 95: no token, no consent")
  void isUndecidedWhenThereIsNoToken() {
    assertSame(Consent.undecided(), tokens.read(List.of()));
    assertSame(Consent.undecided(), tokens.read(List.of("", "a=b; c")));
  }

  @Test
  @DisplayName("case 97: a plain word is no consent")
  void isUndecidedWhenTheValueIsAPlainWord() {
    assertSame(Consent.undecided(), tokens.read(List.of("__Host-consent=yes; consent=yes")));
    assertEquals(1, tokens.counts().get(TokenDefect.HEADER));
  }

  @Test
  @DisplayName("cases 98, 99: a changed purpose is asked again, a removed one is ignored")
  void asksAgainOnlyForWhatChanged() {
    Choice older =
        new Choice(
            DAY,
            "older",
            "v1",
            Map.of("audience", 1, "gone", 1, "chat", 1),
            Map.of(),
            Optional.empty(),
            "en",
            false,
            Optional.of(Fixtures.CONSENT_ID));

    Consent consent = tokens.read(List.of(sent(tokens.issue(older))));

    assertEquals(Consent.State.OUTDATED, consent.state());
    assertTrue(consent.allows("audience"));
    assertFalse(consent.allows("chat"));
    assertFalse(consent.allows("gone"));
  }

  @ParameterizedTest
  @DisplayName("WD-11: 180 days, to the second")
  @CsvSource({"-1, DECIDED", "0, UNDECIDED", "1, UNDECIDED"})
  void endsAfterHundredAndEightyDays(long seconds, Consent.State expected) {
    String header = sent(tokens.issue(acceptance(DAY)));
    assertEquals(Consent.State.DECIDED, tokens.read(List.of(header)).state());

    clock.set(END.plusSeconds(seconds));

    assertEquals(expected, tokens.read(List.of(header)).state(), "from the cache");
    assertEquals(expected, tokens(clock).read(List.of(header)).state(), "read anew");
  }

  @Test
  @DisplayName("LT-06: a standing knows the end that its token says")
  void tellsTheEndOfTheConsent() {
    List<String> header = List.of(sent(tokens.issue(acceptance(DAY))));

    assertEquals(Optional.of(END), tokens.read(header).ends(), "read anew");
    assertEquals(Optional.of(END), tokens.read(header).ends(), "from the cache");
    assertEquals(Optional.empty(), tokens.read(List.of()).ends());
  }

  @ParameterizedTest
  @DisplayName("TK-04: 60 seconds of skew around the start of the day")
  @CsvSource({"-61, UNDECIDED", "-60, DECIDED", "-59, DECIDED", "0, DECIDED", "1, DECIDED"})
  void toleratesAMinuteOfSkew(long seconds, Consent.State expected) {
    String header = sent(tokens.issue(acceptance(DAY)));

    clock.set(MIDNIGHT.plusSeconds(seconds));

    assertEquals(expected, tokens.read(List.of(header)).state());
  }

  @Test
  @DisplayName("WD-11: a hundred visits do not move the end")
  void neverExtendsAChoiceByVisits() {
    String header = sent(tokens.issue(acceptance(DAY)));
    for (int visit = 0; visit < 100; visit++) {
      clock.advance(Duration.ofDays(1));
      Choice kept = tokens.read(List.of(header)).choice().orElseThrow();
      header = sent(tokens.issue(kept));
    }

    assertEquals(
        Optional.of(Duration.between(clock.instant(), END)),
        tokens
            .issue(tokens.read(List.of(header)).choice().orElseThrow())
            .lifetime(clock.instant()));
  }

  @Test
  void dropsPrefixAndSecureOnPlainHttp() {
    ConsentTokens local = new ConsentTokens("http://localhost:8080", POLICY::standing, KEYS, clock);

    assertEquals("consent", local.cookieName());
    assertFalse(local.issue(refusal(DAY)).secure());
    assertEquals(
        Consent.State.DECIDED, local.read(List.of(sent(local.issue(refusal(DAY))))).state());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://", "http://example.fr", "https://a/b", "ftp://localhost", "example"})
  void refusesASiteThatIsNoOrigin(String site) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ConsentTokens(site, POLICY::standing, KEYS, clock));

    assertTrue(String.valueOf(refusal.getMessage()).startsWith("site: \"" + site + "\""));
  }

  @Test
  void judgesByTheNewPolicyAtOnceAndKeepsTheCounters() {
    List<String> header = List.of(sent(tokens.issue(acceptance(DAY))) + "; __Host-consent=x");
    assertTrue(tokens.read(header).allows("audience"));

    ConsentTokens next = tokens.under(choice -> Consent.undecided());

    assertEquals(Consent.State.UNDECIDED, next.read(header).state());
    assertEquals(2, next.counts().get(TokenDefect.HEADER));
  }

  @Test
  void showsNeitherKeysNorTokens() {
    assertEquals("ConsentTokens[https://www.example.fr]", tokens.toString());
  }
}
