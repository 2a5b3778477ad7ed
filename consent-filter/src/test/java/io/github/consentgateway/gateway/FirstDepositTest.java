package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstDepositTest {

  private final Stage stage = new Stage();
  private final Stage.Head head = new Stage.Head();

  private Exchange visit(String... fields) {
    return stage.begin(get("/", fields), head);
  }

  private static final String FOREVER = "remember=1; Max-Age=33696000";

  private static long maxAge(String line) {
    return Long.parseLong(line.replaceAll(".*Max-Age=(\\d+).*", "$1"));
  }

  private String day() {
    String line =
        head.fields("Set-Cookie").stream().filter(l -> l.contains("-since-")).findFirst().get();
    return line.substring(0, line.indexOf(';'));
  }

  @Test
  @DisplayName("LT-05: the cookie and its date end together, at midnight of the 390th day")
  void persistentCookieEndsWithItsFirstDayAndThatDayIsKept() {
    String first = visit().add("Set-Cookie", FOREVER).orElseThrow();
    assertTrue(day().startsWith("__Host-consent-since-20261123="), day());
    assertEquals(Duration.ofDays(390).minusHours(12).toSeconds(), maxAge(first));
    assertEquals(maxAge(first), maxAge(head.fields("Set-Cookie").get(0)));
    String since = day();
    head.clear();
    stage.clock.advance(Duration.ofDays(100));
    String later = visit("Cookie", since + "; remember=1").add("Set-Cookie", FOREVER).orElseThrow();
    assertEquals(Duration.ofDays(290).minusHours(12).toSeconds(), maxAge(later));
    assertEquals(List.of(), head.fields("Set-Cookie"), "the first day is not written again");
  }

  @ParameterizedTest
  @DisplayName("LT-05: deposited at any hour, re-set at the very end, it does not begin anew")
  @CsvSource({"-43200", "0", "43199"})
  void lastVisitBeforeTheEndDoesNotBeginAnew(long secondsFromNoon) {
    stage.clock.advance(Duration.ofSeconds(secondsFromNoon));
    String first = visit().add("Set-Cookie", FOREVER).orElseThrow();
    String since = day();
    stage.clock.advance(Duration.ofSeconds(maxAge(first) - 1));
    String last = visit("Cookie", since + "; remember=1").add("Set-Cookie", FOREVER).orElseThrow();
    assertEquals(1, maxAge(last));
  }

  @Test
  @DisplayName("LT-05: a cookie without its date is set for the session only")
  void cookieOfUnknownAgeGetsNoNewLife() {
    assertEquals(
        Optional.of("remember=1"), visit("Cookie", "remember=0").add("Set-Cookie", FOREVER));
  }

  @Test
  @DisplayName("LT-05: as many cookies as there may be go out with one field for their day")
  void manyDepositsShareOneField() {
    Exchange exchange = visit("Cookie", stage.tokenFor("audience", "chat"));
    for (String name : List.of("remember", "basket", "_ga", "_ga_A", "chat_visitor")) {
      assertTrue(exchange.add("Set-Cookie", name + "=1; Max-Age=60").isPresent());
    }
    assertEquals(1, head.fields("Set-Cookie").size());
  }
}
