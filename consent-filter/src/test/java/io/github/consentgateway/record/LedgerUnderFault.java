package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.util.List;
import javax.sql.DataSource;

/** What tests of a ledger that something happens to have in common. */
abstract class LedgerUnderFault {

  final Keys keys = new Keys();
  final SettableClock clock = new SettableClock(Records.NOON);

  JdbcConsentLedger open(DataSource source) {
    return JdbcConsentLedger.open(source, keys, keys, clock);
  }

  static List<Event> events(JdbcConsentLedger ledger, ConsentRecord record) {
    return ledger.history(record.consentId()).stream().map(e -> e.record().event()).toList();
  }

  Verification verified(DataSource source) {
    return new LedgerVerifier(source, keys).comparing(keys, clock).verify(rows -> {});
  }

  void assertWhole(DataSource source) {
    Verification found = verified(source);
    assertTrue(found.isWhole(), found.toString());
  }
}
