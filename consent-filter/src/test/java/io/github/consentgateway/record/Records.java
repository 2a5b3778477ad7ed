package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records of visitors who do not exist. */
final class Records {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Records() {}

  /** Whether a ledger takes a record. */
  static boolean isKept(JdbcConsentLedger ledger, ConsentRecord record) {
    try {
      ledger.keep(List.of(record));
      return true;
    } catch (LedgerException e) {
      return false;
    }
  }

  static ConsentRecord given() {
    return given(NOON);
  }

  static ConsentRecord given(Instant at) {
    return new ConsentRecord(
        ConsentRecord.newId(),
        ConsentRecord.newId(),
        Event.GIVEN,
        at,
        "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
        "2026-11-22",
        "fr",
        Map.of("audience", 1),
        Map.of("video", 2),
        false,
        at.plus(Duration.ofDays(180)));
  }
}
