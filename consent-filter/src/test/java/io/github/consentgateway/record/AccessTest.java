package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.AccessRight.Role;
import io.github.consentgateway.record.FaultySource.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may look into the ledger, and what is noted of it. */
@DisplayName("AC-01 to AC-05: individual rights that end, and a journal before anything is shown")
class AccessTest {

  private static final LocalDate LAST = LocalDate.of(2027, 6, 30);
  private static final AccessRight RIGHT =
      new AccessRight("Marie Durand", Role.DPO, "dpo", LAST, true);

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  @TempDir private Path directory;

  private AccessJournal journal(DataSource source) {
    JdbcConsentLedger.open(source, keys, keys, clock).close();
    return new AccessJournal(source, keys, clock);
  }

  private AccessRights rights(String json) throws IOException {
    Path file = directory.resolve("consent-access.json");
    Files.writeString(file, json);
    return AccessRights.read(file);
  }

  private static String right(String name, String role, String until) {
    return "{\"rights\":[{\"name\":\"%s\",\"role\":\"%s\",\"reason\":\"r\",\"until\":\"%s\"}]}"
        .formatted(name, role, until);
  }

  @Test
  @DisplayName("a right holds through its last day, for its person, for what its role may do")
  void rightHoldsUntilItsEnd() throws IOException {
    AccessRights rights = rights(right("Marie Durand", "TECHNICAL", "2027-06-30"));

    assertEquals("Marie Durand", rights.require("Marie Durand", Operation.VERIFY, LAST).name());
    assertThrows(
        LedgerException.class,
        () -> rights.require("Marie Durand", Operation.VERIFY, LAST.plusDays(1)));
    assertThrows(
        LedgerException.class, () -> rights.require("Marie Durand", Operation.EXPORT, LAST));
    assertThrows(
        LedgerException.class, () -> rights.require("Jean Martin", Operation.VERIFY, LAST));
  }

  @ParameterizedTest
  @DisplayName("AC-01: what names a function or nobody is refused, and so is the whole file")
  @ValueSource(strings = {"admin", "support", "Marie", "", "Equipe Support", "root root", "le DPO"})
  void sharedNamesAreRefused(String name) {
    LedgerException refused =
        assertThrows(LedgerException.class, () -> rights(right(name, "DPO", "2027-06-30")));
    assertTrue(String.valueOf(refused.getMessage()).contains("names nobody"));
  }

  @ParameterizedTest
  @DisplayName("what is said twice, after the end, in another form or in other words gives nothing")
  @ValueSource(
      strings = {
        "{'rights':[%s]} garbage }",
        "{'rights':[%s],'rights':[%s]}",
        "{'rights':{'a':%s}}",
        "{'rights':[%s],'more':1}",
        "[%s]",
        "{'rights':[{'name':'A B','role':'DPO','reason':'r','until':'2026-01-01','until':'2027-01-01'}]}",
        "{'rights':[{'name':'A B','role':'DPO','reason':'r','unti':'x','until':'2027-01-01'}]}",
        "{'rights':[{'name':'A B','role':'DPO','reason':'r','until':'2027-01-01','archive':'true'}]}",
        "{'rights':[{'name':'A B','role':'DPO','reason':'r','until':'2027-01-01','archive':1}]}",
      })
  void carelessFilesGiveNoRight(String json) throws IOException {
    String right = "{'name':'A B','role':'DPO','reason':'r','until':'2027-01-01'}";
    rights("{'rights':[%s]}".replace("%s", right).replace('\'', '"'));

    String careless = json.replace("%s", right).replace('\'', '"');
    assertThrows(LedgerException.class, () -> rights(careless));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"rights\":[{}]}", "{\"rights\":[{\"name\":\"A B\"}]}"})
  void brokenFilesGiveNoRight(String json) {
    assertThrows(LedgerException.class, () -> rights(json));
  }

  @Test
  void withoutAFileNobodyHasARight() {
    assertThrows(LedgerException.class, () -> AccessRights.read(directory.resolve("none.json")));
  }

  @ParameterizedTest
  @DisplayName("AC-02: the matrix of services and operations; nothing that is not written there")
  @CsvSource({
    "CLIENT, ''",
    "SUPPORT, ''",
    "ADMINISTRATION, REGISTER",
    "ACCOUNTING, ''",
    "TECHNICAL, VERIFY COUNT PURGE",
    "MARKETING, ''",
    "COMMERCIAL, ''",
    "DPO, VERIFY SHOW EXPORT ARCHIVE COUNT DISCLOSE PURGE HOLD REGISTER JOURNAL"
  })
  void matrixIsClosed(Role role, String operations) {
    StringBuilder may = new StringBuilder();
    for (Operation operation : Operation.values()) {
      may.append(role.may(operation) ? operation + " " : "");
    }
    assertEquals(operations, may.toString().strip());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "AC-03 to AC-05, RT-07: accesses are chained with their reason, altered ones are named, a year later they go")
  void accessesAreNoted(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    for (int i = 0; i < 4; i++) {
      journal.note(RIGHT, "mdurand", Operation.SHOW, "consent " + i);
      clock.advance(Duration.ofDays(1));
    }
    assertEquals(4, journal.entries().size());
    assertTrue(journal.entries().get(0).contains("\"who\":\"Marie Durand\""));
    assertEquals(OptionalLong.empty(), journal.firstAltered());
    assertEquals(1, journal.deleteThrough(LocalDate.of(2026, 11, 23)));
    assertEquals(OptionalLong.empty(), journal.firstAltered(), "what is left still fits");
    Database.run(source, "DELETE FROM consent_access WHERE id = 3");
    assertEquals(OptionalLong.of(3), journal.firstAltered(), "cut off");
    journal.note(RIGHT, "mdurand", Operation.SHOW, "after it");
    assertTrue(journal.firstAltered().isPresent(), "another access does not wash it");
    Database.run(
        source, "UPDATE consent_access SET content = REPLACE(content, '2', '3') WHERE id = 2");
    assertEquals(OptionalLong.of(2), journal.firstAltered());
    Database.run(source, "DELETE FROM consent_access WHERE id = 2");
    assertEquals(OptionalLong.of(2), journal.firstAltered());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-05: a journal that is emptied is missed, unless all of it was over its time")
  void emptiedJournalIsMissed(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    assertEquals(OptionalLong.empty(), journal.firstAltered(), "nobody has looked yet");
    journal.note(RIGHT, "mdurand", Operation.SHOW, "one");
    Database.run(source, "DELETE FROM consent_access");
    assertEquals(OptionalLong.of(0), journal.firstAltered());
    journal.note(RIGHT, "mdurand", Operation.SHOW, "two");
    assertEquals(OptionalLong.of(0), journal.firstAltered(), "the next one does not hide it");
    clock.advance(Duration.ofDays(367));
    journal.deleteThrough(LocalDate.of(2026, 11, 30));
    assertEquals(OptionalLong.empty(), journal.firstAltered());
    journal.note(RIGHT, "mdurand", Operation.SHOW, "three");
    Database.run(source, "UPDATE consent_access_head SET jws = 'e30.e30.e30'");
    assertTrue(journal.firstAltered().isPresent(), "and it must be signed");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-05: entries that are taken out before their time are missed, the oldest too")
  void earlyDeletionIsMissed(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    for (int i = 0; i < 4; i++) {
      journal.note(RIGHT, "mdurand", Operation.SHOW, "consent " + i);
      clock.advance(Duration.ofDays(1));
    }
    Database.run(source, "DELETE FROM consent_access WHERE id < 2");
    journal.deleteThrough(LocalDate.of(2026, 11, 20));
    assertEquals(OptionalLong.of(0), journal.firstAltered());
    journal.deleteThrough(LocalDate.of(2026, 11, 24));
    assertEquals(
        OptionalLong.of(0), journal.firstAltered(), "nothing tells when they were written");
    journal.deleteThrough(LocalDate.of(2026, 11, 25));
    assertEquals(OptionalLong.empty(), journal.firstAltered(), "those would be gone by now");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-07: a node whose clock is behind makes no hole in the journal")
  void clocksMakeNoHole(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    for (int days : new int[] {0, -3, 1, -1}) {
      clock.set(Records.NOON.plus(Duration.ofDays(days)));
      journal.note(RIGHT, "mdurand", Operation.SHOW, "consent");
    }
    LocalDate day = LocalDate.ofInstant(Records.NOON, ZoneOffset.UTC);
    assertEquals(0, journal.deleteThrough(day.minusDays(2)));
    assertEquals(2, journal.deleteThrough(day));
    assertEquals(OptionalLong.empty(), journal.firstAltered());
    assertEquals(2, journal.deleteThrough(day.plusDays(1)));
    assertEquals(OptionalLong.empty(), journal.firstAltered());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-07: an entry dated years ahead keeps no other beyond its year")
  void entryFromTheFutureKeepsNoOther(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    for (Duration ahead : List.of(Duration.ZERO, Duration.ofDays(3_650), Duration.ofDays(1))) {
      clock.set(Records.NOON.plus(ahead));
      journal.note(RIGHT, "mdurand", Operation.SHOW, "consent");
    }
    LocalDate day = LocalDate.ofInstant(Records.NOON, ZoneOffset.UTC);
    assertEquals(2, journal.deleteThrough(day), "it goes with those around it");
    assertEquals(OptionalLong.empty(), journal.firstAltered());
    assertEquals(1, journal.entries().size());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-05: a head that no known key has signed is neither replaced nor built upon")
  void unknownHeadStays(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    journal.note(RIGHT, "mdurand", Operation.SHOW, "consent");
    AccessJournal stranger = new AccessJournal(source, new Keys(), clock);
    String head = Database.ask(source, "SELECT jws FROM consent_access_head").get(0);
    clock.advance(Duration.ofDays(400));
    assertThrows(LedgerException.class, () -> stranger.deleteThrough(LocalDate.of(2027, 11, 1)));
    Database.run(source, "DELETE FROM consent_access");
    stranger.note(RIGHT, "mdurand", Operation.SHOW, "other");
    assertEquals(List.of(head), Database.ask(source, "SELECT jws FROM consent_access_head"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-05: a journal that is emptied with its head is missed by the ledger that saw it")
  void emptiedTablesAreMissed(Database database) {
    DataSource source = database.fresh();
    AccessJournal journal = journal(source);
    journal.note(RIGHT, "mdurand", Operation.SHOW, "one");
    journal.note(RIGHT, "mdurand", Operation.SHOW, "two");
    JdbcConsentLedger.open(source, keys, keys, clock).close();
    LedgerVerifier verifier = new LedgerVerifier(source, keys);
    assertTrue(verifier.verify(rows -> {}).isWhole(), "positive control");
    Database.run(source, "DELETE FROM consent_access");
    Database.run(source, "DELETE FROM consent_access_head");
    assertEquals(OptionalLong.empty(), journal.firstAltered(), "by itself it looks unused");

    Verification.Problem gone = verifier.verify(rows -> {}).problem().orElseThrow();

    assertEquals(Verification.Kind.ACCESS, gone.kind());
    assertEquals(1, gone.seq());
    assertTrue(gone.sentence().contains("Entry 1"), gone.sentence());
  }

  @Test
  @DisplayName("RT-15: what is over is in the archive, which needs a right of its own")
  void archiveNeedsARightOfItsOwn() throws IOException {
    String json = right("Marie Durand", "DPO", "2027-06-30");
    assertThrows(
        LedgerException.class, () -> rights(json).require("Marie Durand", Operation.ARCHIVE, LAST));
    String with = json.replace("\"until\"", "\"archive\":true,\"until\"");
    assertEquals(
        "Marie Durand", rights(with).require("Marie Durand", Operation.ARCHIVE, LAST).name());
    String technical = with.replace("DPO", "TECHNICAL");
    assertThrows(
        LedgerException.class,
        () -> rights(technical).require("Marie Durand", Operation.ARCHIVE, LAST));
  }

  @Test
  @DisplayName("AC-03: what cannot be noted is not shown")
  void brokenJournalRefuses() {
    DataSource real = Database.SQLITE.fresh();
    JdbcConsentLedger.open(real, keys, keys, clock).close();
    FaultySource source = new FaultySource(real);
    source.fail(Fault.BEFORE_COMMIT, Integer.MAX_VALUE);

    assertThrows(
        LedgerException.class,
        () -> new AccessJournal(source, keys, clock).note(RIGHT, "m", Operation.SHOW, "x"));
  }
}
