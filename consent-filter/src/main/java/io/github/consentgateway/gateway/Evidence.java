package io.github.consentgateway.gateway;

import io.github.consentgateway.page.Manifest;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.PolicyChange;
import io.github.consentgateway.policy.PolicyException;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Publication;
import io.github.consentgateway.token.SigningKeys;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What the gate can prove: it keeps what a decision leaves behind before its token leaves, and what
 * visitors are shown before anybody consents to it.
 *
 * @param keys sign what others are to verify
 * @param announcements tell of what visitors take back
 * @param ended keeps a consent from ending twice
 */
record Evidence(
    ConsentLedger ledger,
    SigningKeys keys,
    Announcements announcements,
    EndedOnce ended,
    Clock clock) {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  boolean isRevoked(String consentId) {
    return ledger.isRevoked(consentId);
  }

  /**
   * Keeps what a decision leaves behind.
   *
   * @return false if it tells of a new consent and could not be kept: then the consent is not given
   */
  boolean keep(Trace said, Generation gate) {
    Trace trace = said.once(ended::claim);
    trace.refusal().ifPresent(ledger::count);
    trace.withdrawal().ifPresent(announcements::announce);
    if (trace.events().isEmpty()) {
      return true;
    }
    try {
      if (trace.isGrant()) {
        publish(gate);
      }
      ledger.keep(trace.events());
      return true;
    } catch (RuntimeException e) {
      // A ledger of somebody's own may fail as it likes.
      trace.renewed().ifPresent(ended::release);
      keepEventually(trace.events());
      return !trace.isGrant();
    }
  }

  /** Ends what is taken back by a decision of which nothing else comes true. */
  void end(Trace trace) {
    trace.withdrawal().ifPresent(announcements::announce);
    keepEventually(trace.withdrawn().once(ended::claim).events());
  }

  /** What the visitor has taken back ends all the same. */
  private void keepEventually(List<ConsentRecord> events) {
    List<ConsentRecord> withdrawn =
        events.stream().filter(event -> event.event() == Event.WITHDRAWN).toList();
    if (!withdrawn.isEmpty()) {
      ledger.keepEventually(withdrawn);
    }
  }

  /** Keeps what visitors are shown, once for each generation. */
  void publish(Generation gate) {
    gate.showing().publishOnce(manifest -> publish(gate.policy(), manifest));
  }

  /** As {@link #publish}; a ledger that cannot be reached will be asked again. */
  void publishIfPossible(Generation gate) {
    try {
      publish(gate);
    } catch (LedgerException e) {
      return;
    }
  }

  private void publish(ConsentPolicy policy, Manifest manifest) {
    ledger.publish(
        new Publication(
            manifest.hash(), policy.version(), clock.instant(), manifest.json(), manifest.texts()));
  }

  /** What keeps a policy from following the one that visitors were shown last (PV-03, PV-09). */
  List<String> obstacles(ConsentPolicy next) {
    return last().map(before -> PolicyChange.obstacles(before, next)).orElse(List.of());
  }

  private Optional<ConsentPolicy> last() {
    List<Publication> known = ledger.publications();
    return known.isEmpty()
        ? Optional.empty()
        : known
            .get(known.size() - 1)
            .textOf("registry", "")
            .flatMap(ledger::text)
            .flatMap(this::read);
  }

  private Optional<ConsentPolicy> read(String registry) {
    try {
      return Optional.of(ConsentPolicy.parse(registry, "registry", clock));
    } catch (PolicyException e) {
      LOG.log(Level.WARNING, "The registry shown before cannot be compared: {0}", e.getMessage());
      return Optional.empty();
    }
  }
}
