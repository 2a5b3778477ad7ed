package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.AccessRight.Role;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.FaultySource.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("AC-06, AC-07: records leave for a court or an authority only, and a trace stays")
class DisclosureTest {

  private static final AccessRight ONE = right("Marie Durand");
  private static final AccessRight OTHER = right("Jean Martin");

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(Records.NOON);

  private static AccessRight right(String name) {
    return new AccessRight(name, Role.DPO, "dpo", LocalDate.of(2027, 6, 30), true);
  }

  private static Disclosure request(AccessRight... approvers) {
    return new Disclosure(
        "Tribunal judiciaire de Paris",
        "RG 26/123",
        "Code de procédure pénale, article 60-1",
        "the consent named",
        List.of(approvers));
  }

  private Disclosures disclosures(DataSource source) {
    return new Disclosures(source, keys, keys, clock);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("the matching rows and no other, signed; the hash noted for both; a copy, sealed")
  void matchingRowsAreHandedOver(Database database) {
    DataSource source = database.fresh();
    ConsentRecord wanted = Records.given();
    ConsentRecord other = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(wanted, other));
      ledger.keep(List.of(wanted.followedBy(Event.WITHDRAWN, clock.instant())));
      String jws = disclosures(source).disclose(request(ONE, OTHER), wanted.consentId(), "mdurand");

      String payload = keys.verified(Disclosures.TYPE, jws).orElseThrow();
      assertTrue(payload.contains(wanted.id()), payload);
      assertTrue(payload.contains("\"withdrawn\""), payload);
      assertTrue(payload.contains("RG 26/123"), payload);
      assertFalse(payload.contains(other.consentId()), payload);
      List<String> noted = new AccessJournal(source, keys, clock).entries();
      assertEquals(4, noted.size(), "the request and what was handed over, by both");
      assertTrue(noted.toString().contains("Jean Martin"), noted::toString);
      assertTrue(noted.get(2).contains(Sha256.name(jws)), noted::toString);
      assertFalse(noted.toString().contains(wanted.consentId()), noted::toString);
      assertEquals(List.of(jws), disclosures(source).copies());
      assertEquals(
          List.of("0"),
          Database.ask(
              source,
              "SELECT COUNT(*) FROM consent_disclosure WHERE CAST(content AS TEXT) LIKE '%RG%'"));

      clock.set(Instant.parse("2031-11-22T22:59:59Z"));
      ledger.retention().run(true);
      assertEquals(List.of(jws), disclosures(source).copies(), "not five years yet, in Paris");
      clock.advance(Duration.ofSeconds(1));
      ledger.retention().run(true);
      assertEquals(List.of(), disclosures(source).copies());
    }
  }

  @Test
  @DisplayName(
      "what is missing is said all at once, and nothing leaves; the same person twice is one")
  void incompleteRequestIsRefused() {
    DataSource source = Database.SQLITE.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(record));
      String missing =
          String.valueOf(
              assertThrows(
                      LedgerException.class,
                      () ->
                          disclosures(source)
                              .disclose(
                                  new Disclosure(" ", "", "", "", List.of(ONE, ONE)),
                                  record.consentId(),
                                  "m"))
                  .getMessage());
      for (String what : List.of("authority", "reference", "basis", "scope", "approvers")) {
        assertTrue(missing.contains(what), missing);
      }
      assertThrows(
          LedgerException.class,
          () -> disclosures(source).disclose(request(ONE, ONE), record.consentId(), "m"));
      assertEquals(List.of(), new AccessJournal(source, keys, clock).entries());
      assertThrows(
          LedgerException.class,
          () -> disclosures(source).disclose(request(ONE, OTHER), ConsentRecord.newId(), "m"));
      assertEquals(
          2,
          new AccessJournal(source, keys, clock).entries().size(),
          "whether there is such a consent is an answer as well");
      assertEquals(List.of(), disclosures(source).copies());
    }
  }

  @Test
  @DisplayName("what cannot be noted does not leave")
  void unnotedDisclosureDoesNotLeave() {
    DataSource real = Database.SQLITE.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(real, keys, keys, clock)) {
      ledger.keep(List.of(record));
      FaultySource source = new FaultySource(real);
      source.fail(Fault.BEFORE_COMMIT, Integer.MAX_VALUE);
      assertThrows(
          LedgerException.class,
          () -> disclosures(source).disclose(request(ONE, OTHER), record.consentId(), "m"));
    }
  }

  @Test
  @DisplayName(
      "RT-10, RT-11: a copy outlives the key of its month, sealed anew, and keeps no key of records")
  void heldCopyCanBeRead() {
    DataSource source = Database.SQLITE.fresh();
    ConsentRecord record = Records.given();
    try (JdbcConsentLedger ledger = JdbcConsentLedger.open(source, keys, keys, clock)) {
      ledger.keep(List.of(record));
      disclosures(source).disclose(request(ONE, OTHER), record.consentId(), "m");
      clock.advance(Duration.ofDays(5 * 365));
      ledger
          .retention()
          .hold("DISCLOSURE_FILE", "CLAIM", "RG 31/1", "Marie Durand", LocalDate.of(2032, 11, 1));
      clock.advance(Duration.ofDays(300));
      ledger.retention().run(true);
      assertEquals(List.of(), ledger.history(record.consentId()));
      assertEquals(1, disclosures(source).copies().size());
      assertEquals(YearMonth.of(2026, 12), keys.first());
      Database.run(
          source,
          "INSERT INTO consent_disclosure (name, period, day, content)"
              + " SELECT 'junk', 202001, 99999, content FROM consent_disclosure");
      assertEquals(1, disclosures(source).copies().size(), "junk hides nothing");
    }
  }
}
