package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is over its time goes, and what is left can be verified. */
@DisplayName("RT-09 to RT-16: deletion, holds, certificates")
class RetentionTest {

  /** The first day of a month, from which 180 days and five years lead to {@link #DUE}. */
  private static final Instant FIRST = Instant.parse("2021-03-01T00:00:00Z");

  /** 2021-03-01 and 180 days is 2021-08-28; in Paris the day begins two hours before UTC. */
  private static final Instant DUE = Instant.parse("2026-08-27T22:00:00Z");

  private final Keys keys = new Keys();
  private final SettableClock clock = new SettableClock(FIRST);

  private JdbcConsentLedger open(DataSource source) {
    return JdbcConsentLedger.open(source, keys, keys, clock);
  }

  private Verification verified(DataSource source) {
    Verification found = new LedgerVerifier(source, keys).verify(rows -> {});
    assertTrue(found.isWhole(), found.toString());
    return found;
  }

  /** Three months of records, two in each; gives those of the first month. */
  private List<ConsentRecord> filled(JdbcConsentLedger ledger) {
    List<ConsentRecord> first = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      clock.set(FIRST.plus(Duration.ofDays(i / 2 * 31L).plusHours(i)));
      ConsentRecord record = Records.given(clock.instant());
      ledger.keep(List.of(record));
      if (i < 2) {
        first.add(record);
      }
    }
    return first;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "RT-09, RT-12: a month goes, certified, on the day on which its first record is over its time, not before")
  void monthGoesWhenItsFirstDayIsDue(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      List<ConsentRecord> first = filled(ledger);
      clock.set(DUE.minusSeconds(1));
      ledger.retention().run(true);
      assertEquals(1, ledger.history(first.get(0).consentId()).size());
      clock.set(DUE);
      assertEquals(3, ledger.retention().run(true).get(0).deleted(), "with the opening");
      assertEquals(List.of(), ledger.history(first.get(0).consentId()));
      assertEquals(0, ledger.retention().run(true).get(0).deleted(), "and once only");
      assertEquals(1, ledger.retention().certificates().size());
      assertTrue(
          keys.verified(Certificate.TYPE, ledger.retention().certificates().get(0))
              .orElseThrow()
              .matches(".*\"period\":202103,\"key\":\"[\\w-]{22}\",\"rows\":3.*"));
      assertFalse(ledger.retention().certificates().get(0).contains(first.get(0).consentId()));
    }
    Verification found = verified(source);
    assertEquals(3, found.purged());
    assertEquals(4, found.records());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "RT-13: a ledger that was closed for years catches up when it is opened, once the time is sure")
  void openingCatchesUp(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      filled(ledger);
    }
    clock.set(DUE.plus(Duration.ofDays(400)));
    open(source).close();
    assertEquals(0, verified(source).purged(), "a clock that has jumped deletes nothing");
    clock.advance(Duration.ofDays(2));
    open(source).close();
    assertEquals(7, verified(source).purged());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-16: a clock far ahead deletes nothing until it is confirmed or has stood by it")
  void jumpAheadIsNotBelieved(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      clock.advance(Duration.ofDays(2));
      assertFalse(ledger.retention().run(false).isEmpty(), "48 hours are no jump");
      clock.advance(Duration.ofDays(2).plusSeconds(1));
      assertTrue(ledger.retention().run(false).isEmpty());
      assertFalse(ledger.retention().run(true).isEmpty(), "confirmed");
      clock.advance(Duration.ofDays(4000));
      assertTrue(ledger.retention().run(false).isEmpty());
      clock.advance(Duration.ofHours(47));
      assertTrue(ledger.retention().run(false).isEmpty(), "not yet two days");
      clock.advance(Duration.ofHours(1));
      assertFalse(ledger.retention().run(false).isEmpty(), "two days later it is the time");
      clock.advance(Duration.ofDays(-30));
      assertFalse(ledger.retention().run(false).isEmpty(), "back is harmless");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-10: a held class stays, the hold is listed, and its end ends it")
  void heldClassStays(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      filled(ledger);
      clock.set(DUE);
      LegalHold hold =
          ledger
              .retention()
              .hold(
                  "CONSENT_PROOF",
                  "CLAIM",
                  "TGI 26/123",
                  "Marie Durand",
                  LocalDate.of(2026, 9, 30));
      assertEquals(List.of(hold), ledger.retention().holds());
      Retention.Result held = ledger.retention().run(true).get(0);
      assertTrue(held.held());
      assertEquals(0, held.deleted());
      clock.set(Instant.parse("2026-09-30T12:00:00Z"));
      assertTrue(ledger.retention().run(true).get(0).held(), "on its last day");
      clock.set(Instant.parse("2026-10-01T00:00:00Z"));
      assertEquals(5, ledger.retention().run(true).get(0).deleted(), "two months are due");
    }
    verified(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-10: a hold that comes while a deletion is about to begin is heeded")
  void holdComesFirst(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      Sources sources = new Sources(source, Duration.ofSeconds(5));
      sources.change("free", this::free);
      LegalHold first =
          ledger.retention().hold("CONSENT_PROOF", "CLAIM", "a", "b", LocalDate.of(2021, 9, 30));
      LegalHold second =
          ledger.retention().hold("AUDIT", "CLAIM", "a", "b", LocalDate.of(2021, 9, 30));
      assertEquals(first.id() + 1, second.id(), "numbers that a person can type");
      LedgerException held =
          assertThrows(LedgerException.class, () -> sources.change("free", this::free));
      assertTrue(String.valueOf(held.getMessage()).contains("CONSENT_PROOF is held"));
      ledger.retention().release(first.id());
      sources.change("free", this::free);
    }
  }

  private boolean free(Connection connection) throws SQLException {
    Holds.requireNone(connection, "CONSENT_PROOF", clock.instant());
    return true;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "RT-10, C26: a hold needs a class, a reason, a reference, an owner, an end within a year")
  void holdIsChecked(Database database) {
    try (JdbcConsentLedger ledger = open(database.fresh())) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> ledger.retention().hold("ALL", "BECAUSE", " ", "", LocalDate.of(2022, 3, 2)));
      assertEquals(
          "ALL: no class of the schedule; allowed: "
              + RetentionClass.names()
              + "; BECAUSE: no reason; allowed: [ACCOUNT, BUSINESS_NEED,"
              + " CLAIM, LEGAL_OBLIGATION, REQUEST]; 2022-03-02: allowed are days from today to"
              + " 2022-03-01; a hold needs a reference and an owner",
          refused.getMessage());
      LegalHold hold =
          ledger.retention().hold("PROSPECT", "CLAIM", "a", "b", LocalDate.of(2022, 3, 1));
      assertTrue(ledger.retention().release(hold.id()));
      assertEquals(LocalDate.of(2021, 2, 28), ledger.retention().holds().get(0).until());
      assertFalse(ledger.retention().release(hold.id()), "it has ended");
      assertEquals(
          hold.id() + 1,
          ledger.retention().hold("PROSPECT", "CLAIM", "a", "b", LocalDate.of(2022, 3, 1)).id(),
          "no number is given twice");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "DR-05: what a visitor has restricted stays until that is lifted, at most a year longer")
  void restrictedRecordsStay(Database database) {
    DataSource source = database.fresh();
    try (JdbcConsentLedger ledger = open(source)) {
      List<ConsentRecord> first = filled(ledger);
      for (ConsentRecord record : first) {
        ledger.keep(List.of(record.followedBy(Event.RESTRICTED, clock.instant())));
      }
      clock.set(DUE);
      ledger.retention().run(true);
      assertEquals(2, ledger.history(first.get(0).consentId()).size(), "kept, and the restriction");
      ledger.keep(List.of(first.get(0).followedBy(Event.RELEASED, clock.instant())));
      ledger.retention().run(true);
      assertEquals(
          List.of(Event.RESTRICTED, Event.RELEASED),
          ledger.history(first.get(0).consentId()).stream().map(e -> e.record().event()).toList());
      assertEquals(2, ledger.history(first.get(1).consentId()).size());
      clock.advance(Duration.ofDays(365));
      ledger.retention().run(true);
      assertEquals(1, ledger.history(first.get(1).consentId()).size(), "the later of the two");
      clock.advance(Duration.ofDays(365));
      ledger.retention().run(true);
      assertEquals(List.of(), ledger.history(first.get(1).consentId()));
    }
    verified(source);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RT-02 to RT-05: an application runs its own classes through the same engine")
  void applicationBringsItsOwnClasses(Database database) {
    List<LocalDate> asked = new ArrayList<>();
    try (JdbcConsentLedger ledger = open(database.fresh())) {
      ledger
          .retention()
          .add(
              new Disposal() {
                @Override
                public String retentionClass() {
                  return "PROSPECT";
                }

                @Override
                public long deleteThrough(LocalDate day) {
                  asked.add(day);
                  return 7;
                }
              });
      Retention.Result result = ledger.retention().run(true).get(3);
      assertEquals(new Retention.Result("PROSPECT", LocalDate.of(2018, 3, 1), 7, false), result);
      assertEquals(List.of(LocalDate.of(2018, 3, 1)), asked);
      assertThrows(IllegalArgumentException.class, () -> ledger.retention().add(new NoSuchClass()));
    }
  }

  private static final class NoSuchClass implements Disposal {
    @Override
    public String retentionClass() {
      return "NONE";
    }

    @Override
    public long deleteThrough(LocalDate day) {
      return 0;
    }
  }
}
