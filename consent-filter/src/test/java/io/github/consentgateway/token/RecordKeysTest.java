package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RT-11: a key for each month, and no way back")
class RecordKeysTest {

  private static final byte[] TEXT = {1, 2, 3};
  private static final YearMonth NOW = YearMonth.of(2026, 11);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T12:00:00Z"));

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("record.json");
  }

  private RecordKeys open() {
    return RecordKeys.open(file(), clock);
  }

  /** What the key of a month makes of the same text each time. */
  private static Optional<String> mark(RecordKeys keys, YearMonth month) {
    return keys.tag(month, "a text");
  }

  @Test
  @DisplayName("new keys begin with the month before, are the owner's alone, and are read again")
  void newKeysAreKept() throws IOException {
    RecordKeys made = open();

    assertEquals(NOW.minusMonths(1), made.first());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals(mark(made, NOW), mark(open(), NOW));
    assertEquals(22, mark(made, NOW).orElseThrow().length());
    assertEquals(Optional.empty(), mark(made, NOW.minusMonths(2)));
    assertEquals(Optional.empty(), mark(made, YearMonth.of(9999, 1)), "bounded work");
    assertNotEquals(mark(made, NOW), mark(made, NOW.plusMonths(1)));
  }

  @Test
  @DisplayName("what is destroyed is gone from memory and file; what comes after is the same")
  void destroyedKeysAreGone() throws IOException {
    RecordKeys keys = open();
    Optional<String> later = mark(keys, NOW.plusMonths(70));
    byte[] sealed = keys.seal(NOW, "tag", TEXT).orElseThrow();
    assertArrayEquals(TEXT, keys.open(NOW, "tag", sealed).orElseThrow(), "positive control");
    String before = Files.readString(file());

    keys.destroyBefore(NOW.plusMonths(1));

    assertEquals(NOW.plusMonths(1), keys.first());
    assertEquals(Optional.empty(), keys.open(NOW, "tag", sealed));
    assertEquals(Optional.empty(), keys.seal(NOW, "tag", TEXT));
    assertEquals(Optional.empty(), mark(open(), NOW));
    assertEquals(later, mark(open(), NOW.plusMonths(70)));
    String after = Files.readString(file());
    assertFalse(after.equals(before));
    keys.destroyBefore(NOW);
    assertEquals(after, Files.readString(file()), "never back");
  }

  @Test
  @DisplayName(
      "what is sealed is another each time; changed, cut off or under another tag: nothing")
  void sealsAreTight() {
    RecordKeys keys = open();
    byte[] sealed = keys.seal(NOW, "tag", TEXT).orElseThrow();
    assertFalse(Arrays.equals(sealed, keys.seal(NOW, "tag", TEXT).orElseThrow()));
    assertEquals(Optional.empty(), keys.open(NOW, "tags", sealed));
    assertEquals(Optional.empty(), keys.open(NOW.plusMonths(1), "tag", sealed));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertEquals(Optional.empty(), keys.open(NOW, "tag", changed));
      assertEquals(Optional.empty(), keys.open(NOW, "tag", Arrays.copyOf(sealed, i)));
    }
    assertEquals("MonthKey[2026-11]", MonthKey.random(NOW).toString());
  }

  @Test
  @DisplayName("the file of before is overwritten, not only replaced")
  void fileOfBeforeIsOverwritten() throws IOException {
    RecordKeys keys = open();
    try (RandomAccessFile before = new RandomAccessFile(file().toFile(), "r")) {
      assertEquals('{', before.read(), "positive control: it is the file that is looked at");
      keys.destroyBefore(NOW.plusMonths(1));
      byte[] rest = new byte[(int) before.length()];
      before.seek(0);
      before.readFully(rest);
      assertArrayEquals(new byte[rest.length], rest);
    }
  }

  @Test
  @DisplayName("two processes that move on, one after the other, have the same keys")
  void processesAgree() {
    RecordKeys one = open();
    RecordKeys other = open();

    one.destroyBefore(NOW.plusMonths(3));
    other.destroyBefore(NOW);

    assertEquals(NOW.plusMonths(3), other.first(), "what is gone from the file is gone");
    assertEquals(mark(one, NOW.plusMonths(4)), mark(other, NOW.plusMonths(4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"first\": \"2026-11\", \"k\": \"AAAA\"}|43 of A-Z",
        "{\"first\": \"2026-11\"}|43 of A-Z",
        "{\"first\": \"2026-11\", \"k\": \"*\"}|43 of A-Z",
        "{\"first\": \"November\", \"k\": \"AAAA\"}|a month such as 2026-11",
        "{|not one complete JSON object"
      })
  @DisplayName("a file that is not as it should be is refused with what is wrong, and not its key")
  void wrongFileIsRefused(String content, String said) throws IOException {
    Files.writeString(file(), content);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

    String problems = assertThrows(KeyFileException.class, this::open).problems().toString();

    assertTrue(problems.contains(said), problems);
    assertFalse(problems.contains("AAAA"), problems);
  }

  @Test
  @DisplayName(
      "a file that others may read is refused; a file that cannot be written changes nothing")
  void custodyCounts() throws IOException {
    RecordKeys keys = open();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThrows(KeyFileException.class, this::open);
    assertThrows(KeyFileException.class, () -> keys.destroyBefore(NOW.plusMonths(1)));
    assertEquals(NOW.minusMonths(1), keys.first());
    Files.delete(file());
    assertThrows(KeyFileException.class, () -> keys.destroyBefore(NOW.plusMonths(1)));
    assertEquals("RecordKeys[" + file() + "]", keys.toString());
    assertEquals("RecordKeys[passing]", RecordKeys.passing(clock).toString());
  }

  @Test
  void passingKeysMoveOnToo() {
    RecordKeys keys = RecordKeys.passing(clock);

    keys.destroyBefore(NOW.plusMonths(1));

    assertEquals(NOW.plusMonths(1), keys.first());
    keys.destroyBefore(YearMonth.of(9999, 1));
    assertEquals(NOW.plusMonths(1), keys.first(), "a clock that is centuries off destroys nothing");
  }
}
