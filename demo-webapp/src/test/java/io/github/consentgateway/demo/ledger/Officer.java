package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.record.AccessJournal;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A ledger with two consents, and two officers with a right to all of it. */
abstract class Officer {

  @TempDir Path data;
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  ConsentRecord record = given();

  static ConsentRecord given() {
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

  Signer signer() {
    return new EvidenceSigner(
        SigningKeys.open(data.resolve("consent-signing-keys.json"), Clock.systemUTC()));
  }

  EvidenceSealer keys() {
    return new EvidenceSealer(
        RecordKeys.open(data.resolve("consent-record-keys.json"), Clock.systemUTC()));
  }

  int run(String... arguments) {
    CommandLine line =
        new CommandLine(new ConsentCommand())
            .registerConverter(LocalDate.class, Typed::day)
            .registerConverter(Long.class, Typed::number)
            .setParameterExceptionHandler(new WrongUsage())
            .setExecutionExceptionHandler(new Refused())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  int runAs(String person, String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    all[arguments.length + 2] = "--as";
    all[arguments.length + 3] = person;
    return run(all);
  }

  int durand(String... arguments) {
    return runAs("Marie Durand", arguments);
  }

  /** All that is noted of accesses. */
  String noted() {
    return new AccessJournal(
            SqliteFile.at(data.resolve("consent-ledger.db")), signer(), Clock.systemUTC())
        .entries()
        .toString();
  }
}
