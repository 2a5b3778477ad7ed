package io.github.consentgateway.page;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a page says of a visitor's standing. Visitors of the same standing see the same.
 *
 * @param granted the ids of the purposes that are accepted
 * @param refused the ids of those that are declined, by choice or by the signal
 * @param given the ids of the purposes that the choice accepts, whatever the signal says now
 * @param signalled the ids of those that the browser's signal declines
 * @param day the day of the choice, if there is one
 * @param ends the first instant at which the choice no longer stands
 * @param gpc whether the choice was made under the signal
 * @param objection the day of the objection to the measurement that needs no consent
 */
record Standing(
    Consent.State state,
    Set<String> granted,
    List<String> refused,
    Set<String> given,
    Set<String> signalled,
    Optional<LocalDate> day,
    Optional<Instant> ends,
    boolean gpc,
    Optional<LocalDate> objection) {

  static Standing of(ConsentPolicy policy, Consent consent) {
    return new Standing(
        consent.state(),
        consent.granted(),
        policy.purposes().stream().filter(consent::refuses).map(Purpose::id).toList(),
        consent.choice().map(made -> made.granted().keySet()).orElse(Set.of()),
        consent.signalled(),
        choice(consent).map(Choice::decidedOn),
        consent.ends(),
        choice(consent).filter(Choice::gpc).isPresent(),
        consent.choice().flatMap(Choice::objection));
  }

  /** An objection alone is no choice. */
  private static Optional<Choice> choice(Consent consent) {
    return consent.choice().filter(made -> !made.isSilent());
  }

  boolean isOpen(Purpose purpose) {
    return !granted.contains(purpose.id()) && !refused.contains(purpose.id());
  }
}
