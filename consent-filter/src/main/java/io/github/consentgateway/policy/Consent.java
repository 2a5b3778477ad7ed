package io.github.consentgateway.policy;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A visitor's standing under the policy in force: which purposes are granted, which are still to be
 * asked. Immutable. Without a verified {@link Choice} nothing is granted; a grant counts only for
 * the version of the purpose that was shown (GDPR article 7, EDPB guidelines 05/2020).
 *
 * <p>A standing belongs to the policy that worked it out: under a policy with other purposes it
 * grants nothing, so a standing kept across a change of the file cannot open the gate.
 */
public final class Consent {

  /** How far the visitor has decided. */
  public enum State {
    /** No verified choice, or one that has ended. */
    UNDECIDED,
    /** Every purpose of the policy was accepted or declined as it stands today. */
    DECIDED,
    /** A choice stands, but a purpose is new or has changed since: that one is to be asked. */
    OUTDATED
  }

  private static final Consent UNDECIDED =
      new Consent(
          State.UNDECIDED, new PurposeTable(List.of()), 0, 0, Optional.empty(), Optional.empty());

  private final State state;
  private final PurposeTable purposes;
  private final long mask;
  private final long signalled;
  private final Optional<Choice> choice;
  private final Optional<Instant> ends;
  private final boolean objects;

  Consent(
      State state,
      PurposeTable purposes,
      long mask,
      long signalled,
      Optional<Choice> choice,
      Optional<Instant> ends) {
    this.state = state;
    this.purposes = purposes;
    this.mask = mask;
    this.signalled = signalled;
    this.choice = choice;
    this.ends = ends;
    this.objects = choice.filter(Choice::objects).isPresent();
  }

  /** The standing of a visitor of whom no verified choice is known: nothing is granted. */
  public static Consent undecided() {
    return UNDECIDED;
  }

  /** How far the visitor has decided. */
  public State state() {
    return state;
  }

  /** Whether {@code purpose} is granted; false for a purpose that the policy does not have. */
  public boolean allows(String purpose) {
    return (mask & purposes.bit(purpose)) != 0;
  }

  /** The ids of the granted purposes, in the order of the policy. */
  public Set<String> granted() {
    return ids(mask);
  }

  /**
   * The ids of the purposes that the visitor's browser has refused by its signal, in the order of
   * the policy (<a href="https://www.w3.org/TR/gpc/">Global Privacy Control</a>).
   */
  public Set<String> signalled() {
    return ids(signalled);
  }

  private Set<String> ids(long bits) {
    Set<String> ids = new LinkedHashSet<>();
    for (Purpose purpose : purposes.all()) {
      if ((bits & purposes.bit(purpose.id())) != 0) {
        ids.add(purpose.id());
      }
    }
    return ids;
  }

  /** Whether {@code purpose} is refused as it stands today, by choice or by the signal. */
  public boolean refuses(Purpose purpose) {
    return (signalled & purposes.bit(purpose.id())) != 0
        || choice
            .map(made -> made.refused().get(purpose.id()))
            .filter(version -> version == purpose.version())
            .isPresent();
  }

  /** Whether the visitor is still to be asked about a purpose of {@code policy}. */
  public boolean isAsked(ConsentPolicy policy) {
    return !policy.isForMinors()
        && policy.purposes().stream()
            .anyMatch(purpose -> !allows(purpose.id()) && !refuses(purpose));
  }

  /** Whether the visitor objects to the audience measurement that needs no consent. */
  public boolean objects() {
    return objects;
  }

  /** Whether the visitor has chosen, and has not been told of this version of the policy. */
  public boolean missed(String version) {
    return choice.filter(made -> !made.isSilent() && !made.version().equals(version)).isPresent();
  }

  /** Whether any purpose is granted. */
  public boolean grantsAnything() {
    return mask != 0;
  }

  /** The verified choice behind this standing, empty for an undecided visitor. */
  public Optional<Choice> choice() {
    return choice;
  }

  /** The first instant at which the choice no longer stands; empty if nobody has said. */
  public Optional<Instant> ends() {
    return ends;
  }

  /** The same standing with its end. */
  public Consent until(Instant end) {
    return new Consent(state, purposes, mask, signalled, choice, Optional.of(end));
  }

  /**
   * The same standing of a visitor whose browser sends the signal: what gives third parties access
   * is refused, unless it was granted while the signal was on.
   *
   * @param table the purposes of the policy in force
   * @param shared bits of those that give third parties access
   */
  Consent obeying(PurposeTable table, long shared) {
    long granted = purposes == table ? mask : 0;
    long kept = choice.filter(Choice::gpc).isPresent() ? granted : granted & ~shared;
    return new Consent(state, table, kept, shared & ~kept, choice, ends);
  }

  /** Whether all that {@code required}, bits of {@code table}, asks for holds. */
  boolean covers(long required, PurposeTable table) {
    return required == 0
        || (table == purposes && (required & ~mask) == 0)
        || (required == PurposeTable.UNLESS_OBJECTED && !objects);
  }

  @Override
  public String toString() {
    return "Consent[" + state + " " + granted() + "]";
  }
}
