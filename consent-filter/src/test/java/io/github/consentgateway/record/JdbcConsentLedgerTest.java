package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger on real databases. */
class JdbcConsentLedgerTest {

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  private JdbcConsentLedger open(DataSource source) {
    return JdbcConsentLedger.open(source, keys, keys, clock);
  }

  private Verification verified(DataSource source) {
    return new LedgerVerifier(source, keys).verify(rows -> {});
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "TK-01, TK-09: what was kept is found again, whole, after the ledger was opened anew")
  void keptRecordIsFoundAfterReopening(Database database) {
    DataSource source = database.fresh();
    ConsentRecord given = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(given));
    }
    try (JdbcConsentLedger ledger = open(source)) {
      List<LedgerEntry> history = ledger.history(given.consentId());
      assertEquals(List.of(given), history.stream().map(LedgerEntry::record).toList());
      assertEquals(List.of(), ledger.history(ConsentRecord.newId()));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WD-06, WD-08: a withdrawal is an event of its own and outlives a restart")
  void withdrawalOutlivesRestart(Database database) {
    DataSource source = database.fresh();
    ConsentRecord given = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(given));
      assertFalse(ledger.isRevoked(given.consentId()));
      ledger.keep(List.of(given.followedBy(Event.WITHDRAWN, clock.instant())));
      assertTrue(ledger.isRevoked(given.consentId()));
    }
    try (JdbcConsentLedger ledger = open(source)) {
      assertTrue(ledger.isRevoked(given.consentId()));
      assertEquals(
          List.of(Event.GIVEN, Event.WITHDRAWN),
          ledger.history(given.consentId()).stream().map(e -> e.record().event()).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TK-13: refusals are totals by day, version and language, over all nodes")
  void refusalsAreTotals(Database database) {
    DataSource source = database.fresh();
    Refusal refusal = new Refusal(LocalDate.of(2026, 11, 23), "2026-11-22", "fr");
    try (JdbcConsentLedger one = open(source);
        JdbcConsentLedger other = open(source)) {
      one.count(refusal);
      one.count(refusal);
      other.count(refusal);
    }
    try (JdbcConsentLedger ledger = open(source)) {
      assertEquals(Map.of(refusal, 3L), ledger.refusals());
    }
    assertEquals(
        List.of("0"),
        Database.ask(source, "SELECT COUNT(*) FROM consent_record WHERE subject IS NOT NULL"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("DR-03: after an erasure the consent is unknown and revoked, and the chain is whole")
  void erasureLeavesChainWhole(Database database) {
    DataSource source = database.fresh();
    ConsentRecord given = Records.given();
    ConsentRecord other = Records.given();
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(given));
      ledger.keep(List.of(other));
      assertTrue(ledger.erase(given.consentId(), clock.instant()));
      assertFalse(ledger.erase(given.consentId(), clock.instant()));
      assertEquals(List.of(), ledger.history(given.consentId()));
      assertTrue(ledger.isRevoked(given.consentId()));
    }
    Verification found = verified(source);
    assertTrue(found.isWhole(), found.toString());
    assertEquals(1, found.erased());
    assertEquals(1, found.records());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "a ledger of a newer release, or from before the first, is refused, and the message says which")
  void newerSchemaIsRefused(Database database) {
    DataSource source = database.fresh();
    open(source).close();
    Database.run(source, "INSERT INTO consent_schema (version) VALUES (9)");
    LedgerException refused = assertThrows(LedgerException.class, () -> open(source));
    assertTrue(String.valueOf(refused.getMessage()).contains("version 9"), refused.toString());
    Database.run(source, "UPDATE consent_schema SET version = 1");
    LedgerException old = assertThrows(LedgerException.class, () -> open(source));
    assertTrue(String.valueOf(old.getMessage()).contains("begin a new ledger"), old.toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a month that begins between two records begins a span of its own")
  void monthsAreSpans(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      for (int month = 0; month < 5; month++) {
        clock.advance(Duration.ofDays(30));
        ledger.keep(List.of(Records.given(clock.instant()), Records.given(clock.instant())));
      }
    }
    assertEquals(List.of("6"), Database.ask(source, "SELECT COUNT(*) FROM consent_span"));
    assertTrue(verified(source).isWhole());
    assertEquals(11, verified(source).rows());
  }
}
