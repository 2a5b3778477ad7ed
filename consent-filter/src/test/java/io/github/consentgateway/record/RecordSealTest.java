package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a copy of the database tells whoever has no key, or none any more. */
@DisplayName("RT-11: records are sealed, and what is deleted cannot be read in copies from before")
class RecordSealTest {

  private static final Instant FIRST = Instant.parse("2021-03-01T00:00:00Z");

  /** When the first of these months is over its time. */
  private static final Instant DUE = Instant.parse("2026-08-27T22:00:00Z");

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(FIRST);

  @TempDir private Path directory;

  private JdbcConsentLedger open(DataSource source) {
    return JdbcConsentLedger.open(source, keys, keys, clock);
  }

  @Test
  @DisplayName(
      "no identifier and no word of a record is in the files; positive control: the event is")
  void filesTellNothing() throws IOException {
    ConsentRecord record = Records.given(FIRST);
    try (JdbcConsentLedger ledger = open(SqliteFile.at(directory.resolve("ledger.db")))) {
      ledger.keep(List.of(record));
      ledger.keep(List.of(record.followedBy(Event.RESTRICTED, FIRST)));
      ledger.keep(List.of(record.followedBy(Event.WITHDRAWN, FIRST)));
      String files = files();

      assertTrue(files.contains("\"event\":\"opened\""), "positive control");
      for (String word :
          List.of(
              record.consentId(),
              record.id(),
              record.notice(),
              "given",
              "restricted",
              "audience")) {
        assertFalse(files.contains(word), word);
      }
      assertEquals(3, ledger.history(record.consentId()).size());
    }
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  @DisplayName("a copy from before a deletion: neither read nor found by its identifier afterwards")
  void copyCannotBeRead() throws IOException {
    Path file = directory.resolve("ledger.db");
    ConsentRecord gone = Records.given(FIRST);
    ConsentRecord kept = Records.given(FIRST.plus(Duration.ofDays(31)));
    Path copy = directory.resolve("copy.db");
    try (JdbcConsentLedger ledger = open(SqliteFile.at(file))) {
      ledger.keep(List.of(gone));
      clock.set(kept.at());
      ledger.keep(List.of(kept));
    }
    open(SqliteFile.at(file)).close();
    Files.copy(file, copy);
    LedgerReader reader = new LedgerReader(SqliteFile.at(copy), keys);
    assertEquals(gone, reader.history(gone.consentId()).get(0).record(), "positive control");

    clock.set(DUE);
    try (JdbcConsentLedger ledger = open(SqliteFile.at(file))) {
      ledger.retention().run(true);
      assertEquals(YearMonth.of(2021, 4), keys.first());
      assertEquals(List.of(kept), records(ledger.history(kept.consentId())));
    }
    LedgerReader later = new LedgerReader(SqliteFile.at(copy), keys);
    assertEquals(List.of(), later.history(gone.consentId()));
    List<ConsentRecord> shown = new ArrayList<>();
    later.forEach(DUE, true, entry -> shown.add(entry.record()));
    assertEquals(List.of(kept), shown);
    assertTrue(new LedgerVerifier(SqliteFile.at(copy), keys).verify(rows -> {}).isWhole());
    try (JdbcConsentLedger broughtBack = open(SqliteFile.at(copy))) {
      assertEquals(2, broughtBack.retention().run(true).get(0).deleted(), "with the opening");
      assertEquals(List.of(kept), records(broughtBack.history(kept.consentId())));
    }
  }

  private static List<ConsentRecord> records(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::record).toList();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-10: the keys of a month that is held stay; restricted records outlive theirs")
  void keysStayAsLongAsTheyAreNeeded(Database database) {
    ConsentRecord restricted = Records.given(FIRST);
    try (JdbcConsentLedger ledger = open(database.fresh())) {
      ledger.keep(List.of(restricted, restricted.followedBy(Event.RESTRICTED, FIRST)));
      clock.set(DUE);
      ledger
          .retention()
          .hold(
              "CONSENT_PROOF",
              "CLAIM",
              "RG 26/1",
              "Marie Durand",
              LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3));
      ledger.retention().run(true);
      assertEquals(
          YearMonth.of(2020, 1), keys.first(), "no deletion is certified, no key destroyed");
      clock.advance(Duration.ofDays(4));
      ledger.retention().run(true);
      assertEquals(YearMonth.of(2021, 4), keys.first(), "the month that is certified, and before");
      assertEquals(2, ledger.history(restricted.consentId()).size());
      clock.advance(Duration.ofDays(200));
      ledger.retention().run(true);
      assertEquals(2, ledger.history(restricted.consentId()).size());
      ledger.keep(List.of(restricted.followedBy(Event.RELEASED, clock.instant())));
      ledger.retention().run(true);
      assertEquals(
          List.of(Event.RELEASED),
          records(ledger.history(restricted.consentId())).stream()
              .map(ConsentRecord::event)
              .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "a node with other keys is refused and says which month; so are keys that came later")
  void otherKeysAreRefused(Database database) {
    DataSource source = database.fresh();
    open(source).close();
    LedgerException refused =
        assertThrows(
            LedgerException.class, () -> JdbcConsentLedger.open(source, keys, new Keys(), clock));
    assertTrue(String.valueOf(refused.getMessage()).contains("2021-03"), refused.toString());
    open(source).close();
    keys.destroyBefore(YearMonth.of(2021, 4));
    assertThrows(LedgerException.class, () -> open(source));
  }

  @Test
  @DisplayName("the same record is another text each time, under another name each month")
  void nothingRepeats() {
    RecordSeal seal = new RecordSeal(keys);
    String tag = seal.tag(202103, "a");

    assertEquals(tag, new RecordSeal(keys).tag(202103, "a"));
    assertNotEquals(tag, seal.tag(202104, "a"));
    Content sealed = seal.seal(202103, tag, "text");
    assertNotEquals(sealed, seal.seal(202103, tag, "text"));
    assertEquals("text", seal.open(202103, tag, sealed));
    assertThrows(LedgerException.class, () -> seal.open(202103, seal.tag(202103, "b"), sealed));
    assertThrows(LedgerException.class, () -> seal.open(202104, tag, sealed));
    byte[] changed = sealed.bytes();
    changed[20] ^= 1;
    assertThrows(LedgerException.class, () -> seal.open(202103, tag, Content.of(changed)));
    assertThrows(LedgerException.class, () -> seal.open(202103, tag, Content.of("")));
  }

  @Test
  @DisplayName("a clock far behind does not file under a month whose key is gone")
  void clockFarBehindIsNotFollowed() {
    RecordSeal seal = new RecordSeal(keys);

    assertEquals(202001, seal.period(Instant.parse("2019-06-01T00:00:00Z")));
    assertEquals(202103, seal.period(FIRST));
  }
}
