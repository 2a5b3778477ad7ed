package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database says of itself is no reason to destroy, to forget or to show something. */
@DisplayName("RT-11, DR-04, TK-02: a database that says otherwise than was signed")
class UntrueDatabaseTest extends LedgerUnderFault {

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-11: another database, or other months in this one, destroy no key")
  void keysGoWithACertificateOnly(Database database) {
    DataSource source = database.fresh();
    clock.set(Records.NOON.minus(Duration.ofDays(90)));
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.keep(List.of(Records.given(clock.instant())));
    }
    YearMonth first = keys.first();
    clock.set(Records.NOON);
    open(database.fresh()).close();
    assertEquals(first, keys.first(), "an empty database proves nothing");
    Database.run(source, "UPDATE consent_span SET period = 202611");
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.retention().run(true);
    }
    assertEquals(first, keys.first(), "nor does what anybody can write");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("an erasure dated before what it erases goes no sooner than that")
  void erasureGoesLast(Database database) {
    DataSource source = database.fresh();
    clock.set(Instant.parse("2021-03-31T23:59:00Z"));
    Instant early = Instant.parse("2021-03-31T23:59:58Z");
    try (JdbcConsentLedger ledger = open(source)) {
      ConsentRecord record = Records.given(clock.instant());
      ledger.keep(List.of(record));
      clock.set(Instant.parse("2021-04-01T00:00:05Z"));
      ledger.keep(List.of(record.followedBy(ConsentRecord.Event.RESTRICTED, clock.instant())));
      ledger.erase(record.consentId(), early);
    }
    assertTrue(verified(source).isWhole(), "positive control");
    clock.set(Instant.parse("2026-08-28T10:00:00Z"));
    try (JdbcConsentLedger ledger = open(source)) {
      ledger.retention().run(true);
      assertEquals(1, ledger.retention().certificates().size());
    }
    assertTrue(verified(source).isWhole(), () -> verified(source).toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TK-02: a text that was replaced is not shown under the hash of the true one")
  void replacedTextIsNotShown(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      String hash = Sha256.name("true");
      String manifest = Sha256.name("{}");
      ledger.publish(new Publication(manifest, "1", clock.instant(), "{}", Map.of(hash, "true")));
      assertEquals("true", ledger.text(hash).orElseThrow(), "positive control");
      assertTrue(ledger.publication(manifest).isPresent(), "positive control");
      Database.run(source, "UPDATE consent_text SET content = 'other'");
      Database.run(source, "UPDATE consent_publication SET manifest = '{\"a\":1}'");
      assertTrue(ledger.text(hash).isEmpty());
      assertTrue(ledger.publication(manifest).isEmpty());
    }
  }
}
