package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentRecord;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a decision leaves behind.
 *
 * @param events the end of a consent, the beginning of one, or both
 * @param refusal what is counted, if nothing was granted
 * @param withdrawal what was taken back, if anything was
 * @param widens whether anything is granted that was not granted before
 */
record Trace(
    List<ConsentRecord> events,
    Optional<Refusal> refusal,
    Optional<Withdrawal> withdrawal,
    boolean widens) {

  static final Trace NONE = new Trace(List.of(), Optional.empty(), Optional.empty(), false);

  /** The trace of a visitor who goes from one standing to another at {@code now}. */
  static Trace of(Consent before, Consent after, Instant now) {
    Optional<Choice> was = before.choice().filter(choice -> choice.consentId().isPresent());
    Choice is = after.choice().orElseThrow();
    if (was.flatMap(Choice::consentId).equals(is.consentId()) && was.isPresent()) {
      return NONE;
    }
    List<ConsentRecord> events = new ArrayList<>();
    was.ifPresent(known -> events.add(ended(known, before, is, now)));
    if (is.consentId().isPresent()) {
      events.add(record(is, Event.GIVEN, after, now));
    }
    return new Trace(
        List.copyOf(events),
        refusal(is),
        was.flatMap(known -> withdrawal(known, is)),
        !was.map(Choice::granted).orElse(Map.of()).entrySet().containsAll(is.granted().entrySet()));
  }

  private static ConsentRecord ended(Choice was, Consent before, Choice is, Instant now) {
    Event event = withdrawal(was, is).isPresent() ? Event.WITHDRAWN : Event.RENEWED;
    return record(was, event, before, now);
  }

  private static Optional<Withdrawal> withdrawal(Choice was, Choice is) {
    Map<String, Integer> lost = new HashMap<>(was.granted());
    lost.entrySet().removeAll(is.granted().entrySet());
    return lost.isEmpty()
        ? Optional.empty()
        : was.consentId().map(id -> new Withdrawal(id, lost.keySet(), false));
  }

  private static ConsentRecord record(Choice choice, Event event, Consent standing, Instant now) {
    boolean given = event == Event.GIVEN;
    return new ConsentRecord(
        ConsentRecord.newId(),
        choice.consentId().orElseThrow(),
        event,
        now,
        choice.policy(),
        choice.version(),
        choice.language(),
        given ? choice.granted() : Map.of(),
        given ? choice.refused() : Map.of(),
        choice.gpc(),
        standing.ends().orElseThrow());
  }

  /** An objection alone refuses nothing that was asked. */
  private static Optional<Refusal> refusal(Choice choice) {
    return choice.granted().isEmpty() && !choice.isSilent()
        ? Optional.of(new Refusal(choice.decidedOn(), choice.version(), choice.language()))
        : Optional.empty();
  }

  /** Whether it tells of a consent that begins. */
  boolean isGrant() {
    return events.stream().anyMatch(event -> event.event() == Event.GIVEN);
  }

  /** The same without the end of a consent that has ended already. */
  Trace once(Predicate<String> first) {
    List<ConsentRecord> left =
        events.stream()
            .filter(event -> !event.event().isEnd() || first.test(event.consentId()))
            .toList();
    boolean again = left.size() < events.size();
    return new Trace(left, again ? Optional.empty() : refusal, withdrawal, widens);
  }

  /** The same with nothing but what was taken back. */
  Trace withdrawn() {
    List<ConsentRecord> left =
        events.stream().filter(event -> event.event() == Event.WITHDRAWN).toList();
    return new Trace(left, refusal, withdrawal, widens);
  }

  /** The consent that was to be replaced by a new one, if it was. */
  Optional<String> renewed() {
    return events.stream()
        .filter(event -> event.event() == Event.RENEWED)
        .map(ConsentRecord::consentId)
        .findAny();
  }

  /**
   * Whether nothing happened but that something was taken back: that is never limited, and one
   * consent can be narrowed only as often as it has purposes.
   */
  boolean onlyTakesBack() {
    return isWithdrawal() && !widens;
  }

  /** Whether it tells of something that was taken back. */
  boolean isWithdrawal() {
    return withdrawal.isPresent();
  }
}
