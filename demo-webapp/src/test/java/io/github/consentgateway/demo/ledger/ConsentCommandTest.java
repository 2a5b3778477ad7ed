package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line of the data protection officer, on a real ledger. */
@DisplayName("AC-01 to AC-05, AC-13: consent verify, show, export, purge, hold, register")
class ConsentCommandTest {

  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ConsentRecord record = given();

  private static ConsentRecord given() {
    Instant now = Instant.now();
    return new ConsentRecord(
        ConsentRecord.newId(),
        ConsentRecord.newId(),
        Event.GIVEN,
        now,
        "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
        "2022-02-18",
        "fr",
        Map.of("audience", 1, "chat", 1),
        Map.of(),
        false,
        now.plus(Duration.ofDays(180)));
  }

  @BeforeEach
  void fill() throws IOException {
    try (JdbcConsentLedger ledger =
        JdbcConsentLedger.embedded(
            data.resolve("consent-ledger.db"), signer(), keys(), Clock.systemUTC())) {
      record = given();
      ledger.keep(List.of(record, given()));
    }
    Files.writeString(
        data.resolve("consent-access.json"),
        "{\"rights\":[%s,%s]}".formatted(right("Marie Durand"), right("Anne Petit")));
  }

  private static String right(String name) {
    return "{\"name\":\"%s\",\"role\":\"DPO\",\"reason\":\"dpo\",\"until\":\"%s\",\"archive\":true}"
        .formatted(name, LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30));
  }

  private Signer signer() {
    return new EvidenceSigner(
        SigningKeys.open(data.resolve("consent-signing-keys.json"), Clock.systemUTC()));
  }

  private EvidenceSealer keys() {
    return new EvidenceSealer(
        RecordKeys.open(data.resolve("consent-record-keys.json"), Clock.systemUTC()));
  }

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(new ConsentCommand())
            .setParameterExceptionHandler(new WrongUsage())
            .setExecutionExceptionHandler(new Refused())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private int runAs(String person, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    all[arguments.length + 2] = "--as";
    all[arguments.length + 3] = person;
    return run(all);
  }

  private int durand(String... arguments) {
    return runAs("Marie Durand", arguments);
  }

  @Test
  void wholeLedgerIsVerified() {
    assertEquals(0, durand("verify"), err::toString);
    assertTrue(out.toString().contains("The ledger is whole."), out::toString);
    assertTrue(out.toString().contains("2 records"), out::toString);
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
  @DisplayName("RT-15: a consent that is over is in the archive")
  void archiveIsAskedForByName() {
    try (JdbcConsentLedger ledger =
        JdbcConsentLedger.embedded(
            data.resolve("consent-ledger.db"), signer(), keys(), Clock.systemUTC())) {
      ledger.keep(List.of(record.followedBy(Event.WITHDRAWN, Instant.now())));
    }
    assertEquals(2, durand("show", record.consentId()));
    assertTrue(err.toString().contains("in the archive"), err::toString);
    assertEquals(0, durand("export"));
    assertFalse(out.toString().contains(record.consentId()));
    assertEquals(0, durand("export", "--archived"));
    assertEquals(0, durand("show", "--archived", record.consentId()), err::toString);
    assertTrue(out.toString().contains("dpv:ConsentWithdrawn"), out::toString);
  }

  @Test
  @DisplayName(
      "RT-10: to hold a class does not begin by deleting from it; purge says what it deleted")
  void holdComesBeforeDeletion() throws Exception {
    Files.delete(data.resolve("consent-ledger.db"));
    Files.delete(data.resolve("consent-record-keys.json"));
    Clock then = Clock.fixed(Instant.now().minus(Duration.ofDays(2_400)), java.time.ZoneOffset.UTC);
    RecordKeys.open(data.resolve("consent-record-keys.json"), then);
    try (JdbcConsentLedger ledger =
        JdbcConsentLedger.embedded(data.resolve("consent-ledger.db"), signer(), keys(), then)) {
      ledger.keep(List.of(given()));
    }
    try (Connection connection = SqliteFile.at(data.resolve("consent-ledger.db")).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE consent_retention SET run = " + Instant.now().getEpochSecond() + ", seen = run");
    }
    String until = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString();
    String[] hold = {
      "hold", "CONSENT_PROOF", "--reason", "CLAIM", "--reference", "RG 26/1", "--until", until
    };
    assertEquals(0, durand(hold), err::toString);
    String id = out.toString().replaceAll("(?s)^(\\d+) .*", "$1");
    assertEquals(0, durand("purge"), err::toString);
    assertTrue(out.toString().contains("CONSENT_PROOF"), out::toString);
    assertTrue(out.toString().contains("held"), out::toString);
    assertEquals(0, durand("hold", "--release", id));
    assertEquals(0, durand("purge"), err::toString);
    assertTrue(
        out.toString().matches("(?s).*CONSENT_PROOF through [0-9-]+: 1 deleted.*"), out::toString);
  }

  @Test
  @DisplayName("AC-12: a breach is counted by class, and nobody is shown")
  void daysAreCounted() {
    String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
    assertEquals(0, durand("count", "--from", today, "--to", today), err::toString);
    assertTrue(out.toString().matches("(?s).*CONSENT_PROOF +given +2.*"), out::toString);
    assertFalse(out.toString().contains(record.consentId()));
  }

  @Test
  @DisplayName("AC-06: two persons hand records over, and each is noted")
  void recordsAreDisclosed() {
    String[] request = {
      "disclose",
      record.consentId(),
      "--authority",
      "Tribunal judiciaire de Paris",
      "--reference",
      "RG 26/1",
      "--basis",
      "CPP, article 60-1",
      "--scope",
      "one consent",
      "--approved-by",
      "Marie Durand"
    };
    assertEquals(2, durand(request));
    assertTrue(err.toString().contains("two persons are required"), err::toString);
    assertEquals("", out.toString());
    request[request.length - 1] = "Jean Martin";
    assertEquals(2, durand(request), "who has no right");
    request[request.length - 1] = "Anne Petit";
    assertEquals(0, durand(request), err::toString);
    assertTrue(
        signer()
            .verified("consent-disclosure+jws", out.toString().strip())
            .orElseThrow()
            .contains(record.id()));
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
  void holdsAreMadeListedAndEnded() {
    String until = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString();
    assertEquals(
        0,
        durand(
            "hold",
            "CONSENT_PROOF",
            "--reason",
            "CLAIM",
            "--reference",
            "RG 26/1",
            "--until",
            until),
        err::toString);
    assertTrue(out.toString().contains("RG 26/1 (Marie Durand)"), out::toString);
    String id = out.toString().replaceAll("(?s)^(\\d+) .*", "$1");
    assertEquals(0, durand("purge"), err::toString);
    assertTrue(
        out.toString().matches("(?s).*CONSENT_PROOF through [0-9-]+: held.*"), out::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, durand("hold", "--release", id));
    assertFalse(out.toString().contains("RG 26/1"));
    assertEquals(2, durand("hold", "NONE", "--reason", "CLAIM", "--until", until));
  }

  @Test
  @DisplayName("AC-13: the register has controller, officer, purposes and the whole schedule")
  void registerIsPrinted() {
    assertEquals(0, durand("register"), err::toString);
    for (String word :
        List.of(
            "KPulse", "mag@kipsoft.fr", "CNIL", "Mesure d’audience", "ACCOUNT_BILLING | P10Y")) {
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
