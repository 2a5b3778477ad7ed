package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @DisplayName("LT-11: 13 months, however they are written, are 390 days")
  @ParameterizedTest
  @CsvSource({
    "P13M, 33696000",
    "P1Y1M, 33696000",
    "P390D, 33696000",
    "P12M, 31104000",
    "P1Y, 31536000",
    "P0Y13M, 33696000",
    "P11M, 28512000",
    "P12M29D, 33609600",
    "P12M30D, 33696000",
    "P55W, 33264000",
    "P1D, 86400",
    "PT1S, 1",
    "PT1.9S, 1",
    "P1DT1H, 90000",
    "PT9360H, 33696000"
  })
  void readsALength(String text, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), Span.parse(text, 13));
  }

  @DisplayName("LT-11: more than 13 months is no length")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "P391D",
        "P13M1D",
        "P14M",
        "P1Y2M",
        "P2Y",
        "P1Y1M1D",
        "P57W",
        "PT33696001S",
        "P395D",
        "P400D",
        "P2147483647Y",
        "P99999999999D",
        "P-13M",
        "P-1Y13M",
        "P1Y-1M",
        "P1DT-1H",
        "P-1D",
        "P0D",
        "PT0S",
        "PT0.9S",
        "PT-1S",
        "P",
        "13 months",
        "session",
        "P1MT1H",
        "33696000"
      })
  void refusesOtherLengths(String text) {
    assertEquals(Optional.empty(), Span.parse(text, 13));
  }

  @DisplayName("CK-08: 25 months, however they are written, are 750 days")
  @ParameterizedTest
  @CsvSource({"P25M, 750", "P2Y1M, 750", "P2Y, 730", "P750D, 750"})
  void readsARetention(String text, long days) {
    assertEquals(Optional.of(Duration.ofDays(days)), Span.parse(text, 25));
  }
}
