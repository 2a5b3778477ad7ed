package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.record.SqliteFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of the data protection officer, on a real ledger. */
@DisplayName("AC-01 to AC-05, AC-13: consent verify, show, export, register")
final class ConsentCommandTest extends Officer {

  @Test
  void wholeLedgerIsVerified() {
    assertEquals(0, durand("verify"), err::toString);
    assertTrue(out.toString().contains("The ledger is whole."), out::toString);
    assertTrue(out.toString().contains("records: 2,"), out::toString);
  }

  @Test
  @DisplayName("positive control: a ledger that was changed ends with 1 and names the record")
  void changedLedgerIsNamed() throws SQLException {
    try (Connection connection = SqliteFile.at(data.resolve("consent-ledger.db")).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM consent_record WHERE seq = 1");
    }
    assertEquals(1, durand("verify"));
    assertTrue(
        out.toString().matches("(?s).*Record 1 of chain [0-9a-f]{16} is missing.*NOT WHOLE.*"));
  }

  @Test
  void recordsOfOneConsentAreShown() {
    assertEquals(0, durand("verify"));
    String before = out.toString().lines().findFirst().orElseThrow();
    assertEquals(0, durand("show", record.consentId()), err::toString);
    assertTrue(out.toString().contains(record.id()));
    assertTrue(out.toString().contains("audience (version 1), chat (version 1)"), out::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, durand("show", record.id(), "--json"), "a receipt may name the record");
    assertTrue(out.toString().startsWith("{") && out.toString().contains(record.consentId()));
    out.getBuffer().setLength(0);
    assertEquals(0, durand("verify"));
    assertEquals(before, out.toString().lines().findFirst().orElseThrow(), "nothing was written");
    assertEquals(2, durand("show", "AAAAAAAAAAAAAAAAAAAAAA"));
    assertTrue(err.toString().contains("There is no such consent."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "csv"})
  void allRecordsAreExported(String format) {
    assertEquals(0, durand("export", "--format", format), err::toString);
    assertTrue(out.toString().contains(record.consentId()), out::toString);
    assertEquals(format.equals("csv") ? 3 : 2, out.toString().lines().count());
  }

  @ParameterizedTest
  @DisplayName("wrong usage: the usage, and exit code 2")
  @ValueSource(
      strings = {
        "export --format xml",
        "export --form csv",
        "show",
        "hold CONSENT_PROOF --reason CLAIM",
        "hold CONSENT_PROOF --until tomorrow",
        "count --from 2026-11-20",
        "count --from 2026-11-20 --to 2026-11-19",
        "disclose AAAAAAAAAAAAAAAAAAAAAA --authority TJ",
        "hold CONSENT_PROOF --until 2026-12-31 --reason CLAIM",
        "nonsense"
      })
  void wrongUsageIsTwo(String arguments) {
    assertEquals(2, durand(arguments.split(" ", -1)));
    assertTrue(err.toString().contains("Usage: "), err::toString);
  }

  @ParameterizedTest
  @DisplayName("AC-01: without a right of one's own nothing is shown")
  @ValueSource(strings = {"Jean Martin", "admin"})
  void strangersAreRefused(String person) {
    for (String[] command :
        List.of(new String[] {"verify"}, new String[] {"export"}, new String[] {"register"})) {
      assertEquals(2, runAs(person, command));
    }
    assertEquals("", out.toString());
    assertTrue(err.toString().contains(person + " has no right to EXPORT"), err::toString);
  }

  @Test
  @DisplayName("AC-03: every use is in the journal before anything is shown; without it nothing is")
  void everyUseIsNoted() throws SQLException {
    durand("show", record.consentId());
    durand("export");
    var journal =
        new io.github.consentgateway.record.AccessJournal(
            SqliteFile.at(data.resolve("consent-ledger.db")), signer(), Clock.systemUTC());
    assertEquals(2, journal.entries().size());
    assertTrue(
        journal
            .entries()
            .get(0)
            .contains(
                "\"operation\":\"SHOW\",\"reference\":\"consent "
                    + Sha256.name(record.consentId())));
    assertFalse(journal.entries().toString().contains(record.consentId()), "it may be erased");
    try (Connection connection = SqliteFile.at(data.resolve("consent-ledger.db")).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE consent_access");
    }
    out.getBuffer().setLength(0);
    assertEquals(2, durand("export"));
    assertEquals("", out.toString());
  }

  @Test
  @DisplayName("AC-03: who was refused is noted too, and an officer can read the journal")
  void refusalsAreNoted() {
    assertEquals(2, runAs("Jean Martin", "export"));
    assertEquals(2, runAs("x".repeat(10_000), "show", record.consentId()));
    assertEquals(2, runAs("Jean Martin", "journal"));
    assertEquals("", out.toString());
    assertEquals(0, durand("journal"), err::toString);
    List<String> lines = out.toString().lines().toList();
    assertEquals(4, lines.size(), out::toString);
    assertTrue(
        lines.get(0).contains("\"operation\":\"EXPORT\"")
            && lines.get(0).contains("\"refused\":true"),
        out::toString);
    assertTrue(lines.get(1).length() < 400, "a name of a usual length");
    assertTrue(lines.get(3).contains("Marie Durand"), out::toString);
  }

  @Test
  @DisplayName("a file that is no ledger, a database that is not there, no rights: a sentence each")
  void whatIsMissingIsNamed() throws IOException {
    Files.writeString(data.resolve("consent-access.json.old"), "");
    Files.delete(data.resolve("consent-access.json"));
    assertEquals(2, durand("verify"));
    assertTrue(err.toString().contains("is not there; it says who"), err::toString);
    assertEquals(2, durand("verify", "--ledger", "jdbc:postgresql://localhost:1/none"));
    assertTrue(err.toString().contains("no ledger that could be reached"), err::toString);
    Files.writeString(data.resolve("consent-ledger.db"), "no database ".repeat(200));
    assertEquals(2, durand("verify"));
    assertTrue(err.toString().contains("is no ledger"), err::toString);
    assertEquals(2, durand("count", "--from", "foo", "--to", "2026-11-30"));
    assertTrue(err.toString().contains("'foo' is no day; write one as 2026-11-30"), err::toString);
    assertFalse(err.toString().contains("java."), err::toString);
    assertEquals(2, run());
    assertTrue(err.toString().contains("One of the commands is required"), err::toString);
  }

  @Test
  @DisplayName("all of it on PostgreSQL")
  void commandsWorkOnPostgresql() throws IOException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      try (JdbcConsentLedger ledger =
          JdbcConsentLedger.open(
              LedgerDatabase.postgresql(url), signer(), keys(), Clock.systemUTC())) {
        record = given();
        ledger.keep(List.of(record));
      }
      Files.delete(data.resolve("consent-ledger.db"));
      assertEquals(1, durand("verify", "--ledger", url), "it is not the ledger of this directory");
      Files.delete(data.resolve(JdbcConsentLedger.HEADS));
      for (String command :
          List.of("verify", "export", "purge", "hold", "register", "show " + record.consentId())) {
        String[] words = (command + " --ledger " + url).split(" ", -1);
        assertEquals(0, durand(words), () -> command + ": " + err);
      }
      assertTrue(out.toString().contains("The ledger is whole."), out::toString);
      assertTrue(out.toString().contains(record.id()), out::toString);
      assertEquals(2, durand("verify", "--ledger", "jdbc:oracle:thin"));
      assertTrue(err.toString().contains("jdbc:postgresql://host/shop"), err::toString);
    }
  }

  @Test
  @DisplayName("keys that are not there are not made")
  void missingKeysAreNotMade() throws IOException {
    Files.delete(data.resolve("consent-record-keys.json"));
    assertEquals(2, durand("export"));
    assertTrue(Files.notExists(data.resolve("consent-record-keys.json")));
    Files.delete(data.resolve("consent-signing-keys.json"));
    assertEquals(2, durand("verify"));
    assertTrue(err.toString().contains("which the ledger needs"), err::toString);
    assertTrue(Files.notExists(data.resolve("consent-signing-keys.json")));
  }

  @Test
  @DisplayName("AC-13: the register has controller, officer, purposes and the whole schedule")
  void registerIsPrinted() {
    assertEquals(0, durand("register"), err::toString);
    assertTrue(
        out.toString().contains("5 ans (à compter de : fin du consentement)"), out::toString);
    assertFalse(out.toString().matches("(?s).*\\| P\\d+[YMD].*"), "durations are in words");
    for (RetentionClass kept : RetentionClass.SCHEDULE) {
      assertFalse(out.toString().contains("| " + kept.from() + " |"), "in French: " + kept.name());
    }
    for (String word :
        List.of(
            "KPulse", "mag@kipsoft.fr", "CNIL", "Mesure d’audience", "ACCOUNT_BILLING | 10 ans")) {
      assertTrue(out.toString().contains(word), word);
    }
  }

  @Test
  void helpHasExamples() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("Examples:"), out::toString);
    assertEquals(
        2, run("verify", "--data", data.resolve("none").toString(), "--as", "Marie Durand"));
    assertTrue(err.toString().contains("there is no ledger"), err::toString);
  }
}
