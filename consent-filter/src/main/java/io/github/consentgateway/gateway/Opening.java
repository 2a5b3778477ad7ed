package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.record.Signer;
import io.github.consentgateway.token.KeyFileException;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * How the evidence of a gateway is opened and ended: its ledger, the keys of it, and who is told.
 *
 * @param data where keys and ledger are if nothing else is set
 */
record Opening(
    Optional<Path> data,
    Optional<DataSource> database,
    Optional<ConsentLedger> ledger,
    Optional<SigningKeys> signingKeys,
    Optional<RecordKeys> recordKeys,
    List<Disposal> disposals,
    List<WithdrawalListener> listeners,
    Clock clock) {

  /**
   * What is made of the evidence; whatever fails on the way, nothing stays open.
   *
   * @throws SetupException if it cannot be opened, or the policy may not follow the one before
   */
  ConsentGateway with(
      ConsentPolicy policy,
      List<BooleanSupplier> changes,
      Function<Evidence, ConsentGateway> made) {
    try {
      Evidence evidence = evidence(changes);
      try {
        List<String> obstacles = evidence.obstacles(policy);
        if (!obstacles.isEmpty()) {
          throw new SetupException(obstacles);
        }
        return made.apply(evidence);
      } catch (RuntimeException e) {
        end(evidence);
        throw e;
      }
    } catch (KeyFileException e) {
      throw new SetupException(e.problems());
    } catch (LedgerException e) {
      throw new SetupException(List.of("ledger: " + e.getMessage()));
    }
  }

  /** Ends what was opened here; a ledger of the application's own is its own to close. */
  void end(Evidence evidence) {
    evidence.announcements().close();
    if (ledger.isEmpty()) {
      evidence.ledger().close();
    }
  }

  private Evidence evidence(List<BooleanSupplier> changes) {
    SigningKeys keys = signingKeys.orElseGet(this::keptKeys);
    changes.add(keys::refresh);
    return new Evidence(
        opened(new EvidenceSigner(keys)),
        keys,
        new Announcements(listeners),
        new EndedOnce(),
        clock);
  }

  private SigningKeys keptKeys() {
    return ledger.isPresent() && data.isEmpty()
        ? SigningKeys.random()
        : SigningKeys.open(inData("consent-signing-keys.json"), clock);
  }

  private Path inData(String name) {
    return data.orElseThrow(
            () ->
                new LedgerException(
                    database.isPresent()
                        ? "its keys have no place; name a data directory, or give them"
                        : "none is set; name a data directory, a database, or a ledger of your own"))
        .resolve(name);
  }

  private ConsentLedger opened(Signer signer) {
    if (ledger.isPresent()) {
      return ledger.get();
    }
    Sealer months =
        new EvidenceSealer(
            recordKeys.orElseGet(() -> RecordKeys.open(inData("consent-record-keys.json"), clock)));
    JdbcConsentLedger opened = opened(signer, months);
    return disposals.isEmpty() ? opened : opened.with(disposals);
  }

  private JdbcConsentLedger opened(Signer signer, Sealer months) {
    return database.isPresent()
        ? JdbcConsentLedger.open(database.get(), signer, months, data, clock)
        : JdbcConsentLedger.embedded(inData("consent-ledger.db"), signer, months, clock);
  }
}
