package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.FaultySource.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is left of what is erased, whatever happens meanwhile. */
@DisplayName("DR-04: an erasure while others write, and one that fails")
class ErasureFaultTest extends LedgerUnderFault {

  @Test
  @DisplayName("DR-04: another window adds nothing to a consent that is being erased")
  void nothingIsAddedToWhatIsErased() throws Exception {
    DataSource real = Database.POSTGRESQL.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source);
        JdbcConsentLedger other = open(real)) {
      ledger.keep(List.of(record));
      CountDownLatch latch = new CountDownLatch(1);
      source.hold(latch);
      FutureTask<Boolean> erasure =
          new FutureTask<>(() -> ledger.erase(record.consentId(), clock.instant()));
      new Thread(erasure).start();
      Await.until(source::isHeld);
      ConsentRecord added = record.followedBy(Event.RESTRICTED, clock.instant());
      assertFalse(Records.isKept(other, added), "the erasure comes first");
      latch.countDown();
      assertTrue(erasure.get(), "there was something to erase");
      assertEquals(List.of(), ledger.history(record.consentId()));
    }
    assertEquals(List.of("0"), Database.ask(real, "SELECT COUNT(*) FROM consent_restriction"));
    assertWhole(real);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("DR-04: nothing is written about a consent any more once its erasure has begun")
  void nothingFollowsAnErasure(Database database) throws Exception {
    DataSource real = database.fresh();
    List<ConsentRecord> records = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try (JdbcConsentLedger ledger = open(real)) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        ConsentRecord record = Records.given();
        records.add(record);
        ledger.keep(List.of(record));
        Event event = i % 2 == 0 ? Event.RESTRICTED : Event.WITHDRAWN;
        all.add(() -> ledger.erase(record.consentId(), clock.instant()));
        all.add(
            () -> {
              ledger.keep(List.of(record.followedBy(event, clock.instant())));
              return true;
            });
      }
      for (Future<Boolean> one : pool.invokeAll(all)) {
        assertTrue(one.get());
      }
      for (ConsentRecord record : records) {
        assertEquals(List.of(), ledger.history(record.consentId()));
      }
    }
    pool.shutdown();
    assertEquals(List.of("0"), Database.ask(real, "SELECT COUNT(*) FROM consent_restriction"));
    assertWhole(real);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("an erasure that cannot be written leaves the consent as it is, to be tried again")
  void failedErasureChangesNothing(Database database) throws InterruptedException {
    DataSource real = database.fresh();
    FaultySource source = new FaultySource(real);
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(record));
      source.fail(Fault.BEFORE_COMMIT, Integer.MAX_VALUE);
      assertThrows(LedgerException.class, () -> ledger.erase(record.consentId(), clock.instant()));
      assertFalse(ledger.isRevoked(record.consentId()), "here as on any other node");
      source.fail(Fault.NONE, 0);
      Await.until(() -> Records.isKept(ledger, Records.given()));
      ledger.keep(List.of(record.followedBy(Event.RESTRICTED, clock.instant())));
      assertEquals(2, ledger.history(record.consentId()).size());
      assertTrue(ledger.erase(record.consentId(), clock.instant()));
      assertTrue(ledger.isRevoked(record.consentId()));
      assertEquals(List.of(), ledger.history(record.consentId()));
      assertFalse(ledger.erase(record.consentId(), clock.instant()));
    }
    assertWhole(real);
  }
}
