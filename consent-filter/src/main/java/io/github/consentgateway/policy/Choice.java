package io.github.consentgateway.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor chose, on which day, under which policy. It holds no personal datum: the consent
 * identifier is random and exists only if something was granted, so that a refusal cannot be told
 * from any other refusal of the same day.
 *
 * @param decidedOn the day of the choice, in UTC; days are as fine as a choice is dated
 * @param policy the {@linkplain ConsentPolicy#fingerprint() fingerprint} of the policy shown
 * @param version the version of the policy that the visitor was last told of: with the choice, or
 *     by a notice since
 * @param granted the version of each purpose that was accepted, by purpose id
 * @param refused the version of each purpose that was declined, by purpose id
 * @param objection the day on which the visitor objected to the audience measurement that needs no
 *     consent; empty if the visitor does not object
 * @param language the language of the text shown, as a BCP 47 tag
 * @param gpc whether the browser sent {@code Sec-GPC: 1} with the choice
 * @param consentId 128 random bits, present if and only if something was granted
 */
public record Choice(
    LocalDate decidedOn,
    String policy,
    String version,
    Map<String, Integer> granted,
    Map<String, Integer> refused,
    Optional<LocalDate> objection,
    String language,
    boolean gpc,
    Optional<String> consentId) {

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if an identifier comes without a grant or a grant without one
   */
  public Choice {
    granted = Map.copyOf(granted);
    refused = Map.copyOf(refused);
    if (granted.isEmpty() == consentId.isPresent()) {
      throw new IllegalArgumentException("a consent identifier goes with a grant, and only then");
    }
  }

  /** Whether nothing was said about any purpose: only an objection is kept. */
  public boolean isSilent() {
    return granted.isEmpty() && refused.isEmpty();
  }

  /**
   * Whether both say the same on the same day under the same policy; neither language nor the
   * identifier counts.
   */
  public boolean saysTheSameAs(Choice other) {
    return decidedOn.equals(other.decidedOn)
        && policy.equals(other.policy)
        && version.equals(other.version)
        && granted.equals(other.granted)
        && refused.equals(other.refused)
        && objection.equals(other.objection)
        && gpc == other.gpc;
  }

  /** Whether the visitor objects to the audience measurement that needs no consent. */
  public boolean objects() {
    return objection.isPresent();
  }

  /** The same choice with an objection of this day, or without one. */
  public Choice objecting(Optional<LocalDate> day) {
    return new Choice(decidedOn, policy, version, granted, refused, day, language, gpc, consentId);
  }

  /** What is left of the choice when it has ended, and the objection has not. */
  public Choice onlyObjecting() {
    return new Choice(
        objection.orElse(decidedOn),
        policy,
        version,
        Map.of(),
        Map.of(),
        objection,
        language,
        gpc,
        Optional.empty());
  }

  /** The same choice of a visitor who has been told of another version of the policy. */
  public Choice toldOf(String other) {
    return new Choice(
        decidedOn, policy, other, granted, refused, objection, language, gpc, consentId);
  }

  /** Tells the day and the counts only: an identifier is nobody's business in a log. */
  @Override
  public String toString() {
    return "Choice[%s, %d granted, %d refused]"
        .formatted(decidedOn, granted.size(), refused.size());
  }
}
