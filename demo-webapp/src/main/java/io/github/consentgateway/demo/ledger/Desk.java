package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.gateway.EvidenceSealer;
import io.github.consentgateway.gateway.EvidenceSegmentSigner;
import io.github.consentgateway.gateway.EvidenceSigner;
import io.github.consentgateway.gateway.MonthlyKeyWrapping;
import io.github.consentgateway.record.AccessJournal;
import io.github.consentgateway.record.AccessRight;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.AccessRights;
import io.github.consentgateway.record.Disclosures;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Retention;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrustedProxies;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** A ledger with its keys and the rights that were given to it. */
final class Desk {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final String RECORD_KEYS = "consent-record-keys.json";

  private final Path data;
  private final DataSource source;
  private final Clock clock = Clock.systemUTC();

  Desk(Path data, DataSource source) {
    this.data = data;
    this.source = source;
  }

  /**
   * Notes that a person does something, if there is a right to it.
   *
   * @param reference what it is about, for the journal
   */
  void admit(String person, Operation operation, String reference) {
    journal().note(right(person, operation), account(), operation, reference);
  }

  /** As a refusal, which is noted as well if it can be. */
  private void refused(String person, Operation operation) {
    try {
      journal().noteRefusal(person, account(), operation, "");
    } catch (LedgerException e) {
      LOG.log(Level.WARNING, "A refused access could not be noted");
    }
  }

  /** The right of a person to do that today; that there is none is noted. */
  AccessRight right(String person, Operation operation) {
    AccessRights rights = AccessRights.read(data.resolve("consent-access.json"));
    try {
      return rights.require(
          person, operation, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (LedgerException e) {
      refused(person, operation);
      throw e;
    }
  }

  static String account() {
    return System.getProperty("user.name", "?");
  }

  Clock clock() {
    return clock;
  }

  AccessJournal journal() {
    return new AccessJournal(source, signer(), clock);
  }

  /** Keys that are not there are not made: nothing could be verified or read with new ones. */
  private Path key(String name) {
    Path file = data.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new LedgerException("--data: there is no " + file + ", which the ledger needs");
    }
    return file;
  }

  Signer signer() {
    return new EvidenceSigner(SigningKeys.open(key("consent-signing-keys.json"), clock));
  }

  private Sealer sealer() {
    return new EvidenceSealer(RecordKeys.open(key(RECORD_KEYS), clock));
  }

  /** With the keys of the records, if they are there: an auditor may verify without them. */
  LedgerVerifier verifier() {
    LedgerVerifier verifier =
        new LedgerVerifier(source, signer()).knowing(data.resolve(JdbcConsentLedger.HEADS));
    return hasRecordKeys() ? verifier.comparing(sealer(), clock) : verifier;
  }

  boolean hasRecordKeys() {
    return Files.isRegularFile(data.resolve(RECORD_KEYS));
  }

  Path trafficDirectory() {
    return data.resolve("traffic");
  }

  TrafficSegments traffic() {
    return new TrafficSegments(
        trafficDirectory(),
        new EvidenceSegmentSigner(SigningKeys.open(key("consent-signing-keys.json"), clock)));
  }

  /**
   * The pseudonyms that the nodes of this ledger have in common.
   *
   * @throws LedgerException if each process has its own, in its memory only
   */
  Pseudonymizer pseudonymizer(String site) {
    Path keys = data.resolve("consent-traffic-keys.json");
    if (!Files.isRegularFile(keys)) {
      throw new LedgerException(
          "The keys of this traffic log are in the memory of its process only: nobody can find"
              + " anybody in it.");
    }
    return Pseudonymizer.shared(
        site,
        TrustedProxies.NONE,
        Optional.empty(),
        source,
        new MonthlyKeyWrapping(RecordKeys.open(keys, clock)),
        clock);
  }

  LedgerReader reader() {
    return new LedgerReader(source, sealer());
  }

  Disclosures disclosures() {
    return new Disclosures(source, signer(), sealer(), clock);
  }

  /** The holds, with nothing opened: to hold a class must not begin by deleting from it. */
  Retention retention() {
    return Retention.of(source, clock);
  }

  /** The ledger, opened for deleting what is due. */
  JdbcConsentLedger ledger() {
    return JdbcConsentLedger.forUpkeep(source, signer(), sealer(), clock);
  }
}
