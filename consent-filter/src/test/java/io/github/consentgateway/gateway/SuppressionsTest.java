package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.LogLines;
import io.github.consentgateway.gateway.Suppressions.Effect;
import io.github.consentgateway.policy.Reason;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {

  @RegisterExtension final LogLines log = new LogLines();
  private final List<String> lines = log.lines();

  @Test
  @DisplayName("case 1, CK-03: one line for a name and reason, whatever the number of requests")
  void eachNameIsToldOnceAndCountedAlways() {
    Suppressions suppressions = new Suppressions();
    for (int i = 0; i < 3; i++) {
      suppressions.report(Effect.DROPPED, Reason.UNKNOWN_NAME, "zzz");
    }
    suppressions.report(Effect.SHORTENED, Reason.LIFETIME_OVER_CAP, "zzz");
    assertEquals(
        List.of(
            "dropped name=zzz reason=UNKNOWN_NAME", "shortened name=zzz reason=LIFETIME_OVER_CAP"),
        lines);
    assertEquals(3, suppressions.counts().get(Reason.UNKNOWN_NAME));
  }

  @ParameterizedTest
  @DisplayName("case 128")
  @CsvSource({"10, 000a", "13, 000d", "27, 001b", "32, 0020", "92, 005c", "127, 007f", "233, 00e9"})
  void whatIsNoVisibleAsciiIsEscaped(int character, String code) {
    assertEquals("a\\" + "u" + code + "b", Suppressions.printable("a" + (char) character + "b"));
  }

  @Test
  void visibleNamesAreShownAsTheyAre() {
    assertEquals("_ga!~", Suppressions.printable("_ga!~"));
  }

  @Test
  void longNamesAreCut() {
    assertEquals("x".repeat(64) + "…", Suppressions.printable("x".repeat(5_000)));
  }

  @Test
  @DisplayName("case 124: a fault is told once, and names no cookie")
  void faultsAreToldOnce() {
    Suppressions suppressions = new Suppressions();
    suppressions.fault(new IllegalStateException("x"));
    suppressions.fault(new IllegalStateException("y"));
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains("IllegalStateException"), lines::toString);
  }
}
