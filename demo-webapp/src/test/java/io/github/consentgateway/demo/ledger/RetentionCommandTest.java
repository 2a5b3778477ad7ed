package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the officer has deleted, held, counted, and handed over. */
@DisplayName("AC-06, AC-12, RT-10, RT-15: consent hold, purge, count, disclose, and the archive")
final class RetentionCommandTest extends Officer {

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
    assertTrue(out.toString().contains("consent withdrawn"), out::toString);
    assertEquals(0, durand("show", "--archived", "--json", record.consentId()), err::toString);
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
    assertEquals(2, durand("hold", "--release", "nope"));
    assertTrue(err.toString().contains("'nope' is no number"), err::toString);
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
    assertEquals(2, durand("count", "--from", today, "--to", "+999999999-12-31"));
    assertEquals(2, durand("count", "--from", "-0001-01-01", "--to", today));
    assertEquals(0, durand("count", "--from", "1970-01-01", "--to", "9999-12-31"));
    assertTrue(out.toString().matches("(?s).*CONSENT_PROOF +consent given +2.*"), out::toString);
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
    assertTrue(out.toString().contains("RG 26/1 (Marie Durand), ended"), out::toString);
    String noted = noted();
    assertTrue(noted.contains("\"release " + id + "\""), noted);
    assertTrue(noted.contains("\"CONSENT_PROOF until " + until + ", RG 26/1\""), noted);
    assertEquals(2, durand("hold", "--release", id), "it is not there any more");
    assertEquals(2, durand("hold", "CONSENT_PROOF", "--until", until, "--release", id));
    assertEquals(
        2, durand("hold", "NONE", "--reason", "CLAIM", "--reference", "a", "--until", until));
    assertTrue(
        err.toString().contains("NONE: no class of the schedule; allowed: ["), err::toString);
  }
}
