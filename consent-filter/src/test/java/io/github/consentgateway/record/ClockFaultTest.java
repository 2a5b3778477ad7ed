package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nodes know of each other does not hang on their clocks. */
@DisplayName("C28, WD-08: several nodes, and clocks that are wrong")
class ClockFaultTest extends LedgerUnderFault {

  @ParameterizedTest
  @EnumSource
  @DisplayName("WD-08: a clock that is ahead for a while brings no revoked token back to life")
  void clockAheadRevivesNothing(Database database) {
    DataSource real = database.fresh();
    SettableClock wrong = new SettableClock(Records.NOON);
    ConsentRecord record = Records.given(wrong.instant());
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(real, keys, keys, wrong)) {
      ledger.keep(List.of(record));
      ledger.keep(List.of(record.followedBy(Event.WITHDRAWN, wrong.instant())));
      Revocations revocations =
          new Revocations(new Sources(real, Duration.ofSeconds(5)), new RecordSeal(keys), wrong);
      revocations.refresh();
      assertTrue(revocations.contains(record.consentId()), "positive control");
      wrong.advance(Duration.ofDays(400));
      revocations.refresh();
      wrong.advance(Duration.ofDays(-400));
      revocations.refresh();
      assertTrue(revocations.contains(record.consentId()));
      Database.run(
          real,
          "INSERT INTO consent_revocation (subject, period, consent, chain, seq, ends)"
              + " SELECT 'x', 209913, content, chain, seq, 9999999999 FROM consent_record"
              + " WHERE seq = 1");
      Revocations another =
          new Revocations(new Sources(real, Duration.ofSeconds(5)), new RecordSeal(keys), wrong);
      another.load();
      assertTrue(another.contains(record.consentId()), "a row of a month that is none");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WD-06: what one node ends, the other knows within thirty seconds")
  void nodesKnowOfEachOther(Database database) throws InterruptedException {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger one = open(source);
        JdbcConsentLedger other = open(source)) {
      one.keep(List.of(record));
      assertEquals(1, other.history(record.consentId()).size());
      other.keep(List.of(record.followedBy(Event.WITHDRAWN, clock.instant())));
      Await.until(() -> one.isRevoked(record.consentId()));
    }
    assertWhole(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a clock that jumps back, or is ten minutes off, breaks neither chain nor order")
  void clockMayBeWrong(Database database) {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    SettableClock wrong = new SettableClock(Records.NOON.minus(Duration.ofMinutes(10)));
    try (JdbcConsentLedger one = open(source);
        JdbcConsentLedger other = JdbcConsentLedger.open(source, keys, keys, wrong)) {
      one.keep(List.of(record));
      other.keep(List.of(record.followedBy(Event.WITHDRAWN, wrong.instant())));
      clock.advance(Duration.ofDays(-40));
      one.keep(List.of(Records.given(clock.instant())));
      clock.advance(Duration.ofDays(40));
      one.keep(List.of(Records.given(clock.instant())));
      assertTrue(other.isRevoked(record.consentId()));
    }
    assertWhole(source);
  }
}
