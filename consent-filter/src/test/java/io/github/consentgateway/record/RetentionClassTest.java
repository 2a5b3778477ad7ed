package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schedule, counted in the calendar. */
@DisplayName("RT-01 to RT-09: how long data of each class are kept")
class RetentionClassTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_BILLING, 2016-11-23, 2026-11-23",
    "ACCOUNT_BILLING, 2016-02-29, 2026-02-28",
    "PROSPECT, 2024-02-29, 2027-02-28",
    "INACTIVE_MARKETING, 2023-11-23, 2026-11-23",
    "CONTENT_OPERATION, 2025-11-23, 2026-11-23",
    "TRAFFIC, 2026-08-31, 2027-02-28",
    "AUDIT, 2025-11-23, 2026-11-23",
    "AUDIENCE, 2024-10-23, 2026-11-23",
    "CONSENT_CHOICE, 2026-05-27, 2026-11-23",
    "CONSENT_PROOF, 2021-11-23, 2026-11-23",
  })
  void isDueOnTheDayAndNotBefore(String name, LocalDate start, LocalDate end) {
    RetentionClass kept = RetentionClass.named(name);
    Instant midnight = end.atStartOfDay(PARIS).toInstant();

    assertEquals(midnight, kept.ends(start.atStartOfDay(PARIS).toInstant()));
    assertFalse(kept.dueThrough(midnight).isBefore(start), "on the day");
    assertTrue(kept.dueThrough(midnight.minusMillis(1)).isBefore(start), "just before");
  }

  @Test
  @DisplayName("nothing that is left is over its time, and nothing goes before it, on any day")
  void isExactOnEveryDay() {
    for (RetentionClass kept : RetentionClass.SCHEDULE) {
      for (LocalDate day = LocalDate.of(2027, 1, 1); day.getYear() < 2033; day = day.plusDays(1)) {
        Instant now = day.atTime(12, 0).atZone(PARIS).toInstant();
        LocalDate through = kept.dueThrough(now);
        assertFalse(through.plus(kept.period()).isAfter(day), kept.name() + " too early on " + day);
        assertTrue(
            through.plusDays(1).plus(kept.period()).isAfter(day), kept.name() + " late on " + day);
      }
    }
  }

  @Test
  void everyRowHasItsReason() {
    assertEquals(
        RetentionClass.SCHEDULE.size(),
        RetentionClass.SCHEDULE.stream().map(RetentionClass::name).distinct().count());
    RetentionClass.SCHEDULE.forEach(
        of -> assertFalse(of.reason().isBlank() || of.from().isBlank(), of.name()));
    assertThrows(IllegalArgumentException.class, () -> RetentionClass.named("FOREVER"));
  }
}
