package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("LT-02, case 49: 390 days lie within 13 calendar months, everywhere and always")
class LongestLifeTest {

  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

  private static boolean exceeds(Duration life, Instant start, ZoneId zone) {
    ZonedDateTime months = ZonedDateTime.ofInstant(start, zone).plusMonths(13);
    return start.plus(life).isAfter(months.toInstant());
  }

  /** Whether a life is too long from some start in these years, at midnight or at half a day. */
  private static boolean exceedsSomewhere(Duration life, int from, int to, List<ZoneId> zones) {
    Instant last = LocalDate.of(to, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant first = LocalDate.of(from, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant day = first; day.isBefore(last); day = day.plus(Duration.ofHours(36))) {
      for (ZoneId zone : zones) {
        if (exceeds(life, day, zone)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void isThirteenTimesThirtyDays() {
    assertEquals(33_696_000, ConsentPolicy.LONGEST_LIFE.toSeconds());
  }

  @Test
  void staysWithinThirteenMonthsInEveryZone() {
    assertTrue(ZONES.size() > 500, "zones of this JDK: " + ZONES.size());
    assertFalse(exceedsSomewhere(ConsentPolicy.LONGEST_LIFE, 2024, 2031, ZONES));
  }

  @Test
  void staysWithinThirteenMonthsOnEveryDayOfTheCalendarCycle() {
    assertFalse(exceedsSomewhere(ConsentPolicy.LONGEST_LIFE, 2000, 2400, List.of(ZoneOffset.UTC)));
  }

  @DisplayName("positive control: the usual constants are too long somewhere")
  @Test
  void findsLongerLivesTooLong() {
    assertTrue(exceedsSomewhere(Duration.ofDays(393), 2024, 2031, ZONES));
    for (int days : new int[] {395, 396, 397, 400}) {
      assertTrue(exceedsSomewhere(Duration.ofDays(days), 2024, 2031, List.of(ZoneOffset.UTC)));
    }
  }
}
