package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.FaultySource.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Databases fail; no record is lost by it, none is doubled, and none is claimed that is not there.
 */
@DisplayName("TK-01, C28: evidence fails closed, and recovers by itself")
class LedgerFaultTest extends LedgerUnderFault {

  @ParameterizedTest
  @DisplayName("one failure is mended without the visitor noticing: kept once, whatever was lost")
  @CsvSource({
    "SQLITE, PREPARE", "SQLITE, BEFORE_COMMIT", "SQLITE, AFTER_COMMIT",
    "POSTGRESQL, PREPARE", "POSTGRESQL, BEFORE_COMMIT", "POSTGRESQL, AFTER_COMMIT"
  })
  void oneFailureIsMended(Database database, Fault fault) {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      source.fail(fault, 1);
      ledger.keep(List.of(record));
      assertEquals(List.of(Event.GIVEN), events(ledger, record));
    }
    assertWhole(real);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("kept, and nobody could be told: the record is invalidated when that is found out")
  void whatNobodyWasToldIsInvalidated(Database database) throws InterruptedException {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      CountDownLatch latch = new CountDownLatch(1);
      source.hold(latch);
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(record)));
      latch.countDown();
      Await.until(() -> events(ledger, record).contains(Event.INVALIDATED));
      assertEquals(List.of(Event.GIVEN, Event.INVALIDATED), events(ledger, record));
      Await.until(() -> ledger.history(record.consentId()).size() == 2);
    }
    assertWhole(real);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a withdrawal that was kept late is kept once, whether it is owed before or after")
  void lateWithdrawalIsKeptOnce(Database database) throws InterruptedException {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord before = Records.given();
    ConsentRecord after = Records.given();
    List<ConsentRecord> owedBefore = List.of(before.followedBy(Event.WITHDRAWN, clock.instant()));
    List<ConsentRecord> owedAfter = List.of(after.followedBy(Event.WITHDRAWN, clock.instant()));
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(before, after));
      CountDownLatch latch = new CountDownLatch(1);
      source.hold(latch);
      assertThrows(LedgerException.class, () -> ledger.keep(owedBefore));
      ledger.keepEventually(owedBefore);
      latch.countDown();
      Await.until(() -> Records.isKept(ledger, Records.given()));
      CountDownLatch other = new CountDownLatch(1);
      source.hold(other);
      assertThrows(LedgerException.class, () -> ledger.keep(owedAfter));
      other.countDown();
      Await.until(() -> Records.isKept(ledger, Records.given()));
      ledger.keepEventually(owedAfter);
      assertTrue(ledger.isRevoked(before.consentId()) && ledger.isRevoked(after.consentId()));
    }
    try (JdbcConsentLedger ledger = open(real)) {
      assertEquals(List.of(Event.GIVEN, Event.WITHDRAWN), events(ledger, before));
      assertEquals(List.of(Event.GIVEN, Event.WITHDRAWN), events(ledger, after));
    }
    assertWhole(real);
  }

  @Test
  @DisplayName("a commit that lands when nobody expects it any more hinders nothing, and is found")
  void lateCommitHindersNothing() throws Exception {
    DataSource real = Database.POSTGRESQL.fresh();
    LateSource source = new LateSource(real);
    ConsentRecord early = Records.given();
    ConsentRecord late = Records.given();
    ConsentRecord next = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(early));
      source.arm();
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(late)));
      Await.until(() -> Records.isKept(ledger, next));
      assertEquals(List.of(), events(ledger, late), "not yet");
      source.release();
      Await.until(
          () ->
              Records.isKept(ledger, Records.given())
                  && events(ledger, late).contains(Event.INVALIDATED));
      assertEquals(List.of(Event.GIVEN, Event.INVALIDATED), events(ledger, late));
    }
    assertWhole(real);
    assertEquals(
        List.of("2"),
        Database.ask(real, "SELECT COUNT(DISTINCT chain) FROM consent_span"),
        "another chain begins where one is in doubt");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a database that is away: refused at once, and taken up again when it is back")
  void absenceIsToldAtOnce(Database database) throws InterruptedException {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord before = Records.given();
    ConsentRecord during = Records.given();
    ConsentRecord after = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(before));
      source.fail(Fault.PREPARE, Integer.MAX_VALUE);
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(during)));
      source.fail(Fault.CONNECT, Integer.MAX_VALUE);
      long begun = System.nanoTime();
      for (int i = 0; i < 100; i++) {
        assertThrows(LedgerException.class, () -> ledger.keep(List.of(Records.given())));
      }
      assertTrue(System.nanoTime() - begun < Duration.ofSeconds(1).toNanos(), "at once");
      ledger.keepEventually(List.of(before.followedBy(Event.WITHDRAWN, clock.instant())));
      assertTrue(ledger.isRevoked(before.consentId()), "a withdrawal holds all the same");
      source.fail(Fault.NONE, 0);
      Await.until(() -> Records.isKept(ledger, after));
      Await.until(() -> events(ledger, before).contains(Event.WITHDRAWN));
      assertEquals(List.of(), events(ledger, during));
    }
    assertWhole(real);
  }

  @Test
  @DisplayName("a disk that is full: no record, no claim of one; with room again all goes on")
  void fullDiskIsToldAndSurvived(@TempDir Path directory) throws Exception {
    DataSource real = SqliteFile.at(directory.resolve("ledger.db"));
    List<String> pages = new ArrayList<>(List.of("100000"));
    LimitedSource small = new LimitedSource(real, () -> "PRAGMA max_page_count = " + pages.get(0));
    int kept = 0;
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(small, keys, keys, clock)) {
      ledger.keep(List.of(Records.given()));
      pages.set(0, "1");
      small.renew();
      boolean full = false;
      for (int i = 0; i < 2_000 && !full; i++) {
        full = !Records.isKept(ledger, Records.given());
        kept += full ? 0 : 1;
      }
      assertTrue(full, "positive control: the disk does get full");
      pages.set(0, "100000");
      small.renew();
      Await.until(() -> Records.isKept(ledger, Records.given()));
    }
    assertWhole(real);
    assertEquals(
        List.of(String.valueOf(kept + 2)),
        Database.ask(real, "SELECT COUNT(*) FROM consent_record WHERE subject IS NOT NULL"));
  }

  @Test
  @DisplayName("a file that cannot be written any more: no record, and all goes on when it can")
  void readOnlyFileIsToldAndSurvived(@TempDir Path directory) throws Exception {
    DataSource real = SqliteFile.at(directory.resolve("ledger.db"));
    List<String> only = new ArrayList<>(List.of("OFF"));
    LimitedSource file = new LimitedSource(real, () -> "PRAGMA query_only = " + only.get(0));
    ConsentRecord before = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(file, keys, keys, clock)) {
      ledger.keep(List.of(before));
      only.set(0, "ON");
      file.renew();
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(Records.given())));
      ledger.keepEventually(List.of(before.followedBy(Event.WITHDRAWN, clock.instant())));
      assertEquals(1, ledger.history(before.consentId()).size(), "it can be read");
      only.set(0, "OFF");
      file.renew();
      Await.until(() -> Records.isKept(ledger, Records.given()));
      Await.until(() -> events(ledger, before).contains(Event.WITHDRAWN));
    }
    assertWhole(real);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WD-08: a withdrawal made while the database is away outlives the process as well")
  void withdrawalOutlivesTheProcess(Database database, @TempDir Path directory) throws Exception {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    Path spool = directory.resolve("consent-withdrawals");
    Optional<Path> beside = Optional.of(directory);
    ConsentRecord one = Records.given();
    ConsentRecord two = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, beside, clock)) {
      ledger.keep(List.of(one, two));
      source.fail(Fault.CONNECT, Integer.MAX_VALUE);
      source.fail(Fault.PREPARE, Integer.MAX_VALUE);
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(Records.given())));
      ledger.keepEventually(List.of(one.followedBy(Event.WITHDRAWN, clock.instant())));
      ledger.keepEventually(List.of(two.followedBy(Event.WITHDRAWN, clock.instant())));
      String written = Files.readString(spool);
      assertEquals(2, written.strip().lines().count());
      assertTrue(!written.contains(one.consentId()), "sealed");
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)));
    }
    assertTrue(Files.exists(spool), "the process has ended meanwhile");
    Files.writeString(spool, "\n202611 cut off", StandardOpenOption.APPEND);
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(real, keys, keys, beside, clock)) {
      assertTrue(ledger.isRevoked(one.consentId()));
      Await.until(() -> events(ledger, two).contains(Event.WITHDRAWN));
      Await.until(() -> Files.notExists(spool));
    }
    JdbcConsentLedger.open(real, keys, keys, beside, clock).close();
    assertWhole(real);
  }

  @Test
  @DisplayName(
      "a write-ahead log whose last frame is half written: what was kept is there, and whole")
  void halfWrittenLogIsSurvived(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("ledger.db");
    Path copy = directory.resolve("copy.db");
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.embedded(file, keys, keys, clock)) {
      ledger.keep(List.of(record));
      Files.copy(file, copy);
      Path log = directory.resolve("copy.db-wal");
      Files.copy(directory.resolve("ledger.db-wal"), log);
      Files.write(log, new byte[1_000], StandardOpenOption.APPEND);
    }
    try (JdbcConsentLedger ledger = JdbcConsentLedger.embedded(copy, keys, keys, clock)) {
      assertEquals(List.of(Event.GIVEN), events(ledger, record));
    }
    assertWhole(SqliteFile.at(copy));
  }
}
