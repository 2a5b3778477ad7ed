package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not happen while a month is being deleted waits for it, or is tried again. */
@DisplayName("DR-05, RT-09: deletion and restriction take turns")
class DeletionInTurnTest extends LedgerUnderFault {

  private ConsentRecord restricted(ConsentRecord record) {
    return record.followedBy(Event.RESTRICTED, clock.instant());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a restriction is not acknowledged while somebody deletes, and is taken afterwards")
  void restrictionIsNotOvertaken(Database database) throws Exception {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source);
        Connection deleting = source.getConnection()) {
      ledger.keep(List.of(record));
      deleting.setAutoCommit(false);
      Sql.lock(deleting);

      assertFalse(Records.isKept(ledger, restricted(record)));
      assertEquals(1, ledger.history(record.consentId()).size());
      deleting.rollback();
      Await.until(() -> Records.isKept(ledger, restricted(record)));
      assertTrue(events(ledger, record).contains(Event.RESTRICTED));
    }
    assertWhole(source);
  }

  @Test
  @DisplayName("nobody else waits for restrictions that wait, and no other chain begins")
  void othersDoNotWait() throws Exception {
    DataSource source = Database.POSTGRESQL.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source);
        Connection deleting = source.getConnection()) {
      ledger.keep(List.of(record));
      deleting.setAutoCommit(false);
      Sql.lock(deleting);
      List<FutureTask<Boolean>> waiting = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        FutureTask<Boolean> one =
            new FutureTask<>(() -> Records.isKept(ledger, restricted(record)));
        waiting.add(one);
        new Thread(one).start();
      }
      int kept = 0;
      for (FutureTask<Boolean> one : waiting) {
        while (!one.isDone()) {
          ledger.keep(List.of(Records.given()));
          kept++;
        }
        assertFalse(one.get());
      }
      assertTrue(kept > 0, "positive control");
      deleting.rollback();
    }
    assertEquals(1, verified(source).chains());
    assertEquals(0, verified(source).unsigned());
    assertWhole(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a restriction that is lifted while it is sealed anew is lifted")
  void releaseIsNotLost(Database database) throws Exception {
    DataSource source = database.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source);
        Connection sealing = source.getConnection()) {
      ledger.keep(List.of(record));
      ledger.keep(List.of(restricted(record)));
      sealing.setAutoCommit(false);
      Sql.lock(sealing);
      new Restrictions(new RecordSeal(keys)).sealAnew(sealing, 202_612, 202_612);
      ConsentRecord released = record.followedBy(Event.RELEASED, clock.instant());
      assertThrows(LedgerException.class, () -> ledger.keep(List.of(released)));
      sealing.commit();
      Await.until(() -> Records.isKept(ledger, released));
      assertEquals(List.of("0"), Database.ask(source, "SELECT COUNT(*) FROM consent_restriction"));
    }
    assertWhole(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "RT-09, RT-11: an end that nobody can sign any more goes with its month, and its key")
  void unsignedEndGoesWithItsMonth(Database database) {
    DataSource source = database.fresh();
    clock.set(Instant.parse("2021-03-01T10:00:00Z"));
    Sources sources = new Sources(source, Duration.ofSeconds(5));
    JdbcConsentLedger cutOff = open(source);
    cutOff.keep(List.of(Records.given(clock.instant())));
    String kept = Database.ask(source, "SELECT jws FROM consent_head").get(0);
    Chain chain = SaidHead.of(kept, keys).orElseThrow().chain();
    SignedHead head = SignedHead.forAnother(chain, clock.instant(), keys);
    cutOff.keep(List.of(Records.given(clock.instant())));
    cutOff.keep(List.of(Records.given(clock.instant())));
    cutOff.close();
    sources.change(
        "cut off",
        connection ->
            Sql.update(
                connection, "UPDATE consent_head SET seq = ?, jws = ?", head.seq(), head.jws()));
    assertTrue(verified(source).unsigned() > 0, "positive control");
    clock.set(Instant.parse("2026-11-01T10:00:00Z"));
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.retention().run(true);
      assertEquals(1, ledger.retention().certificates().size());
      assertEquals(YearMonth.of(2021, 4), keys.first());
    }
    assertWhole(source);
  }
}
