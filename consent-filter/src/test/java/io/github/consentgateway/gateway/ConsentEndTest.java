package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookies of a consent that has ended. The choice was made at noon and ends 180 days on. */
class ConsentEndTest {

  private final Stage stage = new Stage();
  private final Stage.Head head = new Stage.Head();

  /** To the end of the choice: 180 days from the midnight before it. */
  private static Duration end() {
    LocalTime time = LocalTime.ofInstant(Stage.NOON, ZoneOffset.UTC);
    return Duration.ofDays(180).minusSeconds(time.toSecondOfDay());
  }

  @ParameterizedTest
  @DisplayName("LT-06, LT-07: with the consent its cookies end, session cookies among them")
  @CsvSource({"-1, DECIDED, 2", "0, UNDECIDED, 1", "1, UNDECIDED, 1"})
  void cookieIsNotUsableAfterItsConsent(long seconds, Consent.State state, int visible) {
    String token = stage.tokenFor("audience", "chat");
    stage.clock.advance(end().plusSeconds(seconds));

    Exchange exchange = stage.begin(get("/", "Cookie", token + "; basket=1; _ga=2"), head);

    assertEquals(state, exchange.consent().state());
    String seen = visible == 2 ? "basket=1; _ga=2" : "basket=1";
    assertEquals(List.of(seen), exchange.visibleCookies());
    List<String> lines = head.fields("Set-Cookie");
    assertEquals(visible == 2, lines.isEmpty());
    assertTrue(lines.stream().allMatch(l -> l.startsWith("_ga=; ") && l.contains("Max-Age=0")));
  }

  @ParameterizedTest
  @DisplayName("LT-06: visits do not move the end")
  @CsvSource({"1", "100"})
  void visitsDoNotMoveTheEnd(int visits) {
    String token = stage.tokenFor("audience");
    for (int visit = 0; visit < visits; visit++) {
      stage.clock.advance(end().dividedBy(visits + 1));
      assertTrue(stage.begin(get("/", "Cookie", token), head).consent().allows("audience"));
      assertEquals(List.of(), head.fields("Set-Cookie"));
    }
    stage.clock.advance(end().dividedBy(visits + 1).plusSeconds(1));

    assertEquals(
        Consent.State.UNDECIDED, stage.begin(get("/", "Cookie", token), head).consent().state());
  }
}
