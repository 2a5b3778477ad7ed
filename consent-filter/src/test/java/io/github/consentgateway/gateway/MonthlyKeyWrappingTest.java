package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.token.RecordKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What wraps the keys of the traffic log is destroyed as well. */
@DisplayName("TL-03, TL-05, log tests 38, 39: keys of days are wrapped under those of months")
class MonthlyKeyWrappingTest {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
  private static final byte[] KEY = new byte[32];

  @TempDir private Path directory;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T12:00:00Z"));

  private MonthlyKeyWrapping opened(Path file) {
    return new MonthlyKeyWrapping(RecordKeys.open(file, clock));
  }

  @Test
  @DisplayName("under its month and its day only")
  void eachDayHasItsOwn() {
    MonthlyKeyWrapping wrapping = opened(directory.resolve("keys.json"));
    byte[] wrapped = wrapping.wrap(LAST, KEY).orElseThrow();

    assertArrayEquals(KEY, wrapping.unwrap(LAST, wrapped).orElseThrow());
    assertTrue(wrapping.unwrap(LAST.minusDays(1), wrapped).isEmpty());
    assertTrue(wrapping.unwrap(LAST.plusDays(1), wrapped).isEmpty());
    wrapped[20] ^= 1;
    assertTrue(wrapping.unwrap(LAST, wrapped).isEmpty());
  }

  @Test
  @DisplayName("once the month is over nothing unwraps it: not the process, not the file")
  void monthIsDestroyed() throws IOException {
    Path file = directory.resolve("keys.json");
    MonthlyKeyWrapping wrapping = opened(file);
    byte[] wrapped = wrapping.wrap(LAST, KEY).orElseThrow();
    Path copy = directory.resolve("copy.json");
    Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);

    wrapping.destroyBefore(LAST);
    assertTrue(wrapping.unwrap(LAST, wrapped).isPresent(), "its month goes on");
    wrapping.destroyBefore(LAST.plusDays(1));

    assertTrue(wrapping.unwrap(LAST, wrapped).isEmpty());
    assertTrue(opened(file).unwrap(LAST, wrapped).isEmpty());
    assertEquals(YearMonth.of(2026, 12), RecordKeys.open(file, clock).first());
    assertTrue(opened(copy).unwrap(LAST, wrapped).isPresent(), "positive control: a copy could");
    assertTrue(wrapping.wrap(LAST, KEY).isEmpty(), "and nothing more is wrapped under it");
  }
}
