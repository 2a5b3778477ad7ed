package io.github.consentgateway.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application with tables of its own, whose periods the engine counts. */
@DisplayName("RT-02 to RT-08, RT-14, RT-17: an application's own data through the same engine")
class OwnClassesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final SettableClock clock = new SettableClock(Instant.parse("2020-02-29T11:00:00Z"));
  private final DataSource source = Database.SQLITE.fresh();

  /** Rows of one class that began on a day. */
  private record Rows(DataSource source, String retentionClass) implements Disposal {
    @Override
    public long deleteThrough(LocalDate day) {
      String due = " FROM own WHERE class = '%s' AND began <= '%s'".formatted(retentionClass, day);
      long count = Long.parseLong(Database.ask(source, "SELECT COUNT(*)" + due).get(0));
      Database.run(source, "DELETE" + due);
      return count;
    }
  }

  @BeforeEach
  void makeTable() {
    Database.run(source, "CREATE TABLE own (class TEXT, name TEXT, began TEXT)");
  }

  private void begin(String retentionClass, String name) {
    Database.run(
        source,
        "DELETE FROM own WHERE class = '%s' AND name = '%s'".formatted(retentionClass, name));
    Database.run(
        source,
        "INSERT INTO own VALUES ('%s', '%s', '%s')"
            .formatted(retentionClass, name, LocalDate.ofInstant(clock.instant(), PARIS)));
  }

  private List<String> left(JdbcConsentLedger ledger, String day) {
    clock.set(LocalDate.parse(day).atStartOfDay(PARIS).toInstant());
    ledger.retention().run(true);
    return Database.ask(source, "SELECT name FROM own ORDER BY name");
  }

  private JdbcConsentLedger open(String... classes) {
    Keys keys = new Keys();
    return JdbcConsentLedger.open(source, keys, keys, clock)
        .with(
            java.util.Arrays.stream(classes)
                .map(name -> (Disposal) new Rows(source, name))
                .toList());
  }

  @ParameterizedTest(name = "{0} from {1}: there on {2}, gone on {3}")
  @CsvSource({
    "ACCOUNT_BILLING, 2020-02-29, 2030-02-27, 2030-02-28",
    "ACCOUNT_BILLING, 2020-03-01, 2030-02-28, 2030-03-01",
    "PROSPECT, 2020-02-29, 2023-02-27, 2023-02-28",
    "INACTIVE_MARKETING, 2020-06-30, 2023-06-29, 2023-06-30",
    "CONTENT_OPERATION, 2020-02-29, 2021-02-27, 2021-02-28",
    "TRAFFIC, 2020-08-31, 2021-02-27, 2021-02-28",
    "AUDIT, 2020-05-05, 2021-05-04, 2021-05-05",
    "AUDIENCE, 2020-01-31, 2022-02-27, 2022-02-28",
    "DISCLOSURE_FILE, 2020-02-29, 2025-02-27, 2025-02-28"
  })
  void classGoesInDueTime(String name, String began, String before, String gone) {
    clock.set(LocalDate.parse(began).atTime(23, 59).atZone(PARIS).toInstant());
    try (JdbcConsentLedger ledger = open(name)) {
      begin(name, "one");
      assertEquals(List.of("one"), left(ledger, before));
      assertEquals(List.of(), left(ledger, gone));
    }
  }

  @Test
  @DisplayName("RT-03: another contact begins the three years anew")
  void contactBeginsAnew() {
    try (JdbcConsentLedger ledger = open("PROSPECT")) {
      begin("PROSPECT", "one");
      begin("PROSPECT", "other");
      clock.set(Instant.parse("2022-05-01T10:00:00Z"));
      begin("PROSPECT", "one");
      assertEquals(List.of("one"), left(ledger, "2023-02-28"));
      assertEquals(List.of("one"), left(ledger, "2025-04-30"));
      assertEquals(List.of(), left(ledger, "2025-05-01"));
    }
  }

  @Test
  @DisplayName("RT-17: a closed account begins its periods; nothing of a consent hangs on it")
  void closedAccountBeginsItsPeriods() {
    try (JdbcConsentLedger ledger = open("ACCOUNT_BILLING", "INACTIVE_MARKETING")) {
      ConsentRecord consent = Records.given(clock.instant());
      ledger.keep(List.of(consent));
      begin("INACTIVE_MARKETING", "offers");
      begin("ACCOUNT_BILLING", "invoices");
      assertEquals(List.of("invoices", "offers"), left(ledger, "2023-02-27"));
      assertEquals(List.of("invoices"), left(ledger, "2023-02-28"));
      assertEquals(1, ledger.history(consent.consentId()).size(), "the account is not in it");
      assertEquals(List.of(), left(ledger, "2030-02-28"));
    }
  }

  @Test
  @DisplayName("RT-10: one hold holds its class only; RT-08: a class that fails keeps no other")
  void othersGoOn() {
    try (JdbcConsentLedger ledger = open("PROSPECT", "AUDIENCE")) {
      begin("PROSPECT", "held");
      begin("AUDIENCE", "free");
      ledger
          .retention()
          .add(
              new Disposal() {
                @Override
                public String retentionClass() {
                  return "TRAFFIC";
                }

                @Override
                public long deleteThrough(LocalDate day) {
                  throw new IllegalStateException("as told");
                }
              });
      clock.set(Instant.parse("2023-03-01T00:00:00Z"));
      ledger
          .retention()
          .hold("PROSPECT", "CLAIM", "RG 26/1", "Marie Durand", LocalDate.of(2023, 3, 31));
      LedgerException told =
          assertThrows(LedgerException.class, () -> ledger.retention().run(true));
      assertTrue(String.valueOf(told.getMessage()).contains("TRAFFIC"), told.toString());
      assertEquals(List.of("held"), Database.ask(source, "SELECT name FROM own"));
    }
  }

  @Test
  void unknownClassIsRefused() {
    try (JdbcConsentLedger ledger = open()) {
      List<Disposal> unknown = List.of(new Rows(source, "EVERYTHING"));
      assertThrows(IllegalArgumentException.class, () -> ledger.with(unknown));
    }
  }
}
