package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.record.AccessJournal;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.AccessRights;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** A data directory with its ledger, its keys and the rights that were given to it. */
final class Desk {

  private final Path data;
  private final Clock clock = Clock.systemUTC();

  private Desk(Path data) {
    this.data = data;
  }

  /**
   * The ledger in this directory, once the person's right to the operation is noted.
   *
   * @param reference what it is about, for the journal
   */
  static Desk open(Path data, String person, Operation operation, String reference) {
    Desk desk = new Desk(data);
    if (!Files.isRegularFile(desk.file())) {
      throw new LedgerException("--data: there is no ledger " + desk.file());
    }
    var right =
        AccessRights.read(data.resolve("consent-access.json"))
            .require(person, operation, LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC));
    new AccessJournal(desk.source(), desk.clock)
        .note(right, System.getProperty("user.name", "?"), operation, reference);
    return desk;
  }

  private Path file() {
    return data.resolve("consent-ledger.db");
  }

  DataSource source() {
    return SqliteFile.at(file());
  }

  AccessJournal journal() {
    return new AccessJournal(source(), clock);
  }

  Signer signer() {
    SigningKeys keys = SigningKeys.open(data.resolve("consent-signing-keys.json"), clock);
    return new EvidenceSigner(keys);
  }

  private Sealer months() {
    Path file = data.resolve("consent-record-keys.json");
    if (!Files.isRegularFile(file)) {
      throw new LedgerException(
          "--data: there is no " + file + ", which the records are read with");
    }
    return new EvidenceSealer(RecordKeys.open(file, clock));
  }

  LedgerVerifier verifier() {
    return new LedgerVerifier(source(), signer());
  }

  LedgerReader reader() {
    return new LedgerReader(source(), months());
  }

  /** The ledger, opened for writing. */
  JdbcConsentLedger ledger() {
    return JdbcConsentLedger.open(source(), signer(), months(), clock);
  }
}
