package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.AccessRight.Role;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.Verification.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever can write to the tables beside the chains is found out, or gains nothing by it. */
@DisplayName("TK-12, WD-08: what stands beside the chains")
class BesideTest extends LedgerUnderFault {

  /** An opening, then: given, withdrawn; given, restricted, released, restricted. */
  private DataSource filled(Database database) {
    DataSource source = database.fresh();
    ConsentRecord withdrawn = Records.given();
    ConsentRecord restricted = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      keep(ledger, withdrawn, Event.WITHDRAWN);
      keep(ledger, restricted, Event.RESTRICTED, Event.RELEASED, Event.RESTRICTED);
    }
    return source;
  }

  private void keep(JdbcConsentLedger ledger, ConsentRecord record, Event... events) {
    ledger.keep(List.of(record));
    for (Event event : events) {
      clock.advance(Duration.ofSeconds(10));
      ledger.keep(List.of(record.followedBy(event, clock.instant())));
    }
  }

  private void assertFound(Kind kind, long seq, DataSource source) {
    Verification.Problem problem = verified(source).problem().orElseThrow();
    assertEquals(kind, problem.kind(), problem.sentence());
    assertEquals(seq, problem.seq(), problem.sentence());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a revocation that is taken away, shortened or filled with something else is named")
  void revocationIsMissed(Database database) {
    DataSource source = filled(database);
    assertWhole(source);
    Database.run(source, "UPDATE consent_revocation SET ends = ends - 1");
    assertFound(Kind.UNDONE, 2, source);
    Database.run(
        source,
        "UPDATE consent_revocation SET ends = ends + 1,"
            + " consent = (SELECT consent FROM consent_restriction)");
    assertFound(Kind.UNDONE, 2, source);
    assertTrue(
        new LedgerVerifier(source, keys).verify(rows -> {}).isWhole(), "the keys are needed");
    Database.run(source, "DELETE FROM consent_revocation");
    assertFound(Kind.UNDONE, 2, source);
    clock.advance(Duration.ofDays(181));
    assertWhole(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("DR-05: a restriction that is taken away is named, unless it was lifted")
  void restrictionIsMissed(Database database) {
    DataSource source = filled(database);
    Database.run(source, "DELETE FROM consent_restriction");
    assertFound(Kind.UNDONE, 6, source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WD-08: of two ends of a consent the later one counts, whichever comes first")
  void latestEndCounts(Database database) {
    for (int sooner : List.of(0, 90)) {
      DataSource source = database.fresh();
      ConsentRecord record = Records.given();
      try (JdbcConsentLedger ledger = open(source)) {
        ledger.keep(List.of(record));
        ledger.keep(List.of(ending(record, sooner)));
        ledger.keep(List.of(ending(record, 90 - sooner)));
      }
      assertEquals(
          List.of(String.valueOf(record.ends().getEpochSecond())),
          Database.ask(source, "SELECT ends FROM consent_revocation"));
      assertWhole(source);
    }
  }

  private ConsentRecord ending(ConsentRecord record, int daysSooner) {
    ConsentRecord end = record.followedBy(Event.WITHDRAWN, clock.instant());
    return new ConsentRecord(
        end.id(),
        end.consentId(),
        end.event(),
        end.at(),
        end.notice(),
        end.version(),
        end.language(),
        end.granted(),
        end.refused(),
        end.gpc(),
        end.ends().minus(Duration.ofDays(daysSooner)));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("DR-05: a restriction lifted by a node whose clock is behind is none that is missed")
  void clocksOfTwoNodesRaiseNoAlarm(Database database) {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    SettableClock behind = new SettableClock(Records.NOON.minus(Duration.ofMinutes(10)));
    try (JdbcConsentLedger one = open(source);
        JdbcConsentLedger other = JdbcConsentLedger.open(source, keys, keys, behind)) {
      keep(one, record, Event.RESTRICTED);
      other.keep(List.of(record.followedBy(Event.RELEASED, behind.instant())));
    }
    assertWhole(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("DR-06: what was erased and is put back is named, though its hash fits")
  void erasedRecordIsFoundAgain(Database database) {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(record));
      Database.run(source, "CREATE TABLE copy AS SELECT * FROM consent_record");
      ledger.erase(record.consentId(), clock.instant());
    }
    assertWhole(source);
    Database.run(
        source,
        "UPDATE consent_record SET digest = NULL,"
            + " subject = (SELECT subject FROM copy WHERE seq = 1),"
            + " content = (SELECT content FROM copy WHERE seq = 1) WHERE seq = 1");
    assertFound(Kind.RETURNED, 1, source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-09: rows that somebody has put among those set aside stop no deletion")
  void strangeRowsStopNothing(Database database) {
    DataSource source = database.fresh();
    clock.set(Instant.parse("2021-03-01T00:00:00Z"));
    ConsentRecord record = Records.given(clock.instant());
    try (JdbcConsentLedger ledger = open(source)) {
      keep(ledger, record, Event.RESTRICTED);
    }
    Database.run(
        source,
        "INSERT INTO consent_quarantine (chain, seq, period, subject, content, hash, since)"
            + " SELECT chain, seq, period, subject, content, hash, 9000000000 FROM consent_record"
            + " WHERE seq = 1");
    clock.set(Instant.parse("2026-11-01T00:00:00Z"));
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.retention().run(true);
      assertEquals(1, ledger.retention().certificates().size());
      assertEquals(2, ledger.history(record.consentId()).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "RT-10: a hold that lasts longer than any may was not noted by us, and holds nothing")
  void endlessHoldHoldsNothing(Database database) {
    DataSource source = database.fresh();
    open(source).close();
    for (long until : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 30_000}) {
      Database.run(
          source,
          "INSERT INTO consent_hold (id, class, reason, reference, owner, until) VALUES ("
              + until % 9_999
              + ", 'AUDIT', 'CLAIM', 'a', 'b', "
              + until
              + ")");
    }
    try (JdbcConsentLedger ledger = open(source)) {
      assertEquals(3, ledger.retention().holds().size());
      assertFalse(ledger.retention().run(true).stream().anyMatch(Retention.Result::held));
      ledger.retention().hold("AUDIT", "CLAIM", "a", "b", LocalDate.of(2027, 11, 23));
      assertTrue(ledger.retention().run(true).stream().anyMatch(Retention.Result::held));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("AC-05: an access that is dated back does not go early, nor does what follows it")
  void journalIsNotDatedBack(Database database) {
    DataSource source = database.fresh();
    open(source).close();
    AccessJournal journal = new AccessJournal(source, keys, clock);
    AccessRight right =
        new AccessRight("Marie Durand", Role.DPO, "dpo", LocalDate.of(2027, 6, 30), true);
    for (int i = 0; i < 4; i++) {
      journal.note(right, "mdurand", Operation.SHOW, "consent " + i);
    }
    LocalDate longAgo = LocalDate.of(2026, 1, 1);
    String back = "UPDATE consent_access SET content = REPLACE(content, '2026-11', '2020-11')";
    Database.run(source, back + " WHERE id <= 2");

    assertThrows(LedgerException.class, () -> journal.deleteThrough(longAgo));
    assertEquals(4, journal.entries().size());
    rehash(source);
    assertThrows(LedgerException.class, () -> journal.deleteThrough(longAgo));
    assertEquals(4, journal.entries().size(), "hashes that fit were not signed");
  }

  private static void rehash(DataSource source) {
    new Sources(source, Duration.ofSeconds(5)).change("rehash", BesideTest::rehash);
  }

  private static boolean rehash(Connection connection) throws SQLException {
    Optional<AccessEntry> before = Optional.empty();
    for (AccessEntry entry : AccessEntry.all(connection)) {
      Hash hash = before.map(AccessEntry::hash).orElse(Hash.NOTHING);
      AccessEntry anew = AccessEntry.after(entry.id() - 1, hash, entry.content());
      Sql.update(connection, "DELETE FROM consent_access WHERE id = ?", entry.id());
      anew.keep(connection);
      before = Optional.of(anew);
    }
    return true;
  }
}
