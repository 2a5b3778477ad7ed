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
          State.UNDECIDED, new PurposeTable(List.of()), 0, Optional.empty(), Optional.empty());

  private final State state;
  private final PurposeTable purposes;
  private final long mask;
  private final Optional<Choice> choice;
  private final Optional<Instant> ends;

  Consent(
      State state,
      PurposeTable purposes,
      long mask,
      Optional<Choice> choice,
      Optional<Instant> ends) {
    this.state = state;
    this.purposes = purposes;
    this.mask = mask;
    this.choice = choice;
    this.ends = ends;
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
    Set<String> granted = new LinkedHashSet<>();
    for (Purpose purpose : purposes.all()) {
      if (allows(purpose.id())) {
        granted.add(purpose.id());
      }
    }
    return granted;
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
    return new Consent(state, purposes, mask, choice, Optional.of(end));
  }

  /** Whether all purposes of {@code required}, bits of {@code table}, are granted. */
  boolean covers(long required, PurposeTable table) {
    return required == 0 || (table == purposes && (required & ~mask) == 0);
  }

  @Override
  public String toString() {
    return "Consent[" + state + " " + granted() + "]";
  }
}
