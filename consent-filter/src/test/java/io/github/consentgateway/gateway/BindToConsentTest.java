package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Reason;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("LT-06: bindToConsent, from the token to the field that leaves")
class BindToConsentTest {

  private static final Instant END = Instant.parse("2027-05-22T00:00:00Z");
  private static final String FOREVER = "_ga=1; Max-Age=33696000";

  private final SettableClock clock = new SettableClock(Stage.NOON);
  private final ConsentGateway gateway =
      ConsentGateway.builder()
          .policy("bindToConsent: true\n" + Stage.yaml(), "consent.yaml")
          .keys(TokenKeys.random())
          .ledger(ConsentLedger.inMemory())
          .clock(clock)
          .build();
  private final String token = tokenOf(gateway);

  @AfterEach
  void close() {
    gateway.close();
  }

  private static String tokenOf(ConsentGateway gateway) {
    Exchange choice =
        gateway.begin(
            Stage.post(
                "/consent", "choice=accept&asked=" + Stage.asked(gateway.policy().purposes())),
            new Stage.Head());
    return Stage.cookiePair(choice.answer().orElseThrow());
  }

  private Optional<String> sent(String cookie) {
    return gateway.begin(get("/", "Cookie", token), new Stage.Head()).add("Set-Cookie", cookie);
  }

  private static long maxAge(String line) {
    return Long.parseLong(line.replaceAll(".*Max-Age=(\\d+).*", "$1"));
  }

  @ParameterizedTest
  @CsvSource({"864001", "864000", "863999", "1"})
  void livesAsLongAsTheTokenHasLeft(long secondsLeft) {
    clock.set(END.minusSeconds(secondsLeft));

    assertEquals(secondsLeft, maxAge(sent(FOREVER).orElseThrow()));
    assertEquals(1, gateway.suppressed().get(Reason.CONSENT_END));
  }

  @Test
  @DisplayName("the last second of an exchange that began before the end")
  void sendsNothingPersistentOnceTheTokenHasEnded() {
    clock.set(END.minusSeconds(1));
    Exchange late = gateway.begin(get("/", "Cookie", token), new Stage.Head());
    clock.set(END);

    assertEquals(Optional.empty(), late.add("Set-Cookie", FOREVER));
    assertEquals(Optional.empty(), sent("_ga=1"), "a later request has no consent at all");
  }

  @Test
  void leavesWhatNeedsNoConsentItsFullLife() {
    clock.set(END.minusSeconds(10));

    assertTrue(
        maxAge(sent("remember=1; Max-Age=33696000").orElseThrow())
            > Duration.ofDays(389).toSeconds());
  }
}
