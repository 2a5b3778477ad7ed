package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.ChildJvm;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deletion that is cut off is made good by the next one, wherever it was cut off. */
@DisplayName("RT-13: a purge killed at every step")
class InterruptedPurgeTest {

  private static final Instant FIRST = Instant.parse("2021-03-01T00:00:00Z");

  /** The first two of three months are over their time. */
  private static final Instant DUE = Instant.parse("2026-10-15T00:00:00Z");

  private static final int MOST_STEPS = 400;

  private final SettableClock clock = new SettableClock(FIRST);
  private ConsentRecord restricted = Records.given(FIRST);
  private ConsentRecord kept = Records.given(FIRST);

  @TempDir private Path directory;

  private void fill(DataSource source) {
    clock.set(FIRST);
    restricted = Records.given(FIRST);
    try (JdbcConsentLedger ledger = PurgingProcess.open(source, directory, clock)) {
      ledger.keep(List.of(Records.given(FIRST), restricted));
      clock.advance(Duration.ofDays(31));
      ledger.keep(List.of(restricted.followedBy(Event.RESTRICTED, clock.instant())));
      clock.advance(Duration.ofDays(31));
      kept = Records.given(clock.instant());
      ledger.keep(List.of(kept));
    }
    clock.set(DUE);
  }

  private void assertPurged(DataSource source, String step) {
    try (JdbcConsentLedger ledger = PurgingProcess.open(source, directory, clock)) {
      ledger.retention().run(true);
      assertEquals(2, ledger.retention().certificates().size(), step);
      assertEquals(2, ledger.history(restricted.consentId()).size(), step);
      assertEquals(1, ledger.history(kept.consentId()).size(), step);
    }
    assertEquals(YearMonth.of(2021, 5), PurgingProcess.sealer(directory, clock).first(), step);
    Verification found =
        new LedgerVerifier(source, PurgingProcess.signer(directory, clock)).verify(rows -> {});
    assertTrue(found.isWhole(), step + ": " + found);
    assertEquals(4, found.purged(), step);
    assertEquals(1, found.records(), step);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("whatever was done when it was cut off: nothing is lost, doubled, or left over")
  void everyStepMayBeTheLast(Database database) throws IOException {
    int step = 0;
    boolean died = true;
    while (died) {
      Files.deleteIfExists(directory.resolve("record.json"));
      DataSource source = database.fresh();
      fill(source);
      DyingSource dying = new DyingSource(source, step, () -> {});
      try (JdbcConsentLedger ledger = PurgingProcess.open(dying, directory, clock)) {
        ledger.retention().run(true);
      } catch (LedgerException e) {
        assertTrue(dying.isDead(), String.valueOf(e.getMessage()));
      }
      died = dying.isDead();
      assertPurged(source, "step " + step);
      step++;
      assertTrue(step < MOST_STEPS, "it comes to an end");
    }
    assertTrue(step > 40, "positive control: it was cut off " + step + " times");
  }

  @Test
  @DisplayName("the same in processes of their own, which halt")
  void processesMayHalt() throws Exception {
    int halts = 0;
    int step = 10;
    boolean halted = true;
    while (halted) {
      Path data = Files.createDirectories(directory.resolve("step" + step));
      fillIn(data);
      halted = purgingEndsWith(data, step) == PurgingProcess.HALTED;
      halts += halted ? 1 : 0;
      step += 9;
      assertTrue(step < MOST_STEPS, "it comes to an end");
    }
    assertTrue(halts > 4, "positive control: " + halts);
  }

  private void fillIn(Path data) {
    InterruptedPurgeTest one = new InterruptedPurgeTest();
    one.directory = data;
    one.fill(SqliteFile.at(data.resolve("ledger.db")));
    restricted = one.restricted;
    kept = one.kept;
    clock.set(DUE);
  }

  private int purgingEndsWith(Path data, int step) throws IOException, InterruptedException {
    Process process =
        ChildJvm.of(PurgingProcess.class, data.toString(), DUE.toString(), String.valueOf(step))
            .redirectOutput(data.resolve("out.txt").toFile())
            .start();
    int code = process.waitFor();
    assertTrue(code == 0 || code == PurgingProcess.HALTED, () -> read(data.resolve("out.txt")));
    Path mine = directory;
    directory = data;
    assertPurged(SqliteFile.at(data.resolve("ledger.db")), "step " + step);
    directory = mine;
    return code;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
