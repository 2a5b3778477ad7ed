package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.token.ConsentTokens;
import io.github.consentgateway.token.FirstDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a form into a choice, and a choice into cookies: the token, and the deletion of every known
 * cookie whose purpose is not granted any more, over all its scopes, in the same response (WD-02,
 * WD-03).
 */
final class Decisions {

  /** Deletions in one response: containers give the whole head 8 KiB. */
  static final int MOST_DELETIONS = 40;

  private final Clock clock;

  Decisions(Clock clock) {
    this.clock = clock;
  }

  /** What the form decides; empty if it names no choice that there is. */
  Optional<Outcome> choose(Visit visit, Form form) {
    return granted(visit.gate().policy(), form)
        .map(
            granted ->
                stands(visit.consent(), granted) ? Outcome.NOTHING : decided(visit, granted, form));
  }

  private static boolean stands(Consent before, Set<String> granted) {
    return before.state() == Consent.State.DECIDED && before.granted().equals(granted);
  }

  Outcome withdraw(Visit visit, Form form) {
    return !visit.consent().grantsAnything() ? Outcome.NOTHING : decided(visit, Set.of(), form);
  }

  private static Optional<Set<String>> granted(ConsentPolicy policy, Form form) {
    Set<String> all =
        policy.purposes().stream().map(Purpose::id).collect(Collectors.toUnmodifiableSet());
    return switch (form.first("choice").orElse("")) {
      case "accept" -> Optional.of(all);
      case "refuse" -> Optional.of(Set.of());
      case "save" -> Optional.of(ticked(all, form));
      default -> Optional.empty();
    };
  }

  private static Set<String> ticked(Set<String> all, Form form) {
    Set<String> ticked = new HashSet<>(form.all("purpose"));
    ticked.retainAll(all);
    return ticked;
  }

  private Outcome decided(Visit visit, Set<String> granted, Form form) {
    Choice choice = choice(visit, granted, form);
    Consent after = visit.gate().policy().standing(choice);
    List<SetCookie> cookies = new ArrayList<>();
    cookies.add(visit.gate().tokens().issue(choice));
    cookies.addAll(deletions(visit, after));
    cookies.addAll(days(visit, after));
    return new Outcome(cookies);
  }

  private Choice choice(Visit visit, Set<String> granted, Form form) {
    ConsentPolicy policy = visit.gate().policy();
    Map<String, Integer> yes = new LinkedHashMap<>();
    Map<String, Integer> no = new LinkedHashMap<>();
    for (Purpose purpose : policy.purposes()) {
      (granted.contains(purpose.id()) ? yes : no).put(purpose.id(), purpose.version());
    }
    return new Choice(
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        policy.fingerprint(),
        yes,
        no,
        Languages.of(visit, form.first(Languages.FIELD)),
        visit.only("Sec-GPC").equals("1"),
        yes.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId()));
  }

  /** Present cookies first; then those that may live where this request could not show them. */
  private List<SetCookie> deletions(Visit visit, Consent after) {
    ConsentPolicy policy = visit.gate().policy();
    Set<String> lost = lost(policy, visit.consent(), after);
    Map<String, Optional<CookieRule>> gone =
        new LinkedHashMap<>(new RequestCookies(visit.cookies().fields(), policy, after).stale());
    for (CookieRule rule : policy.cookies()) {
      if (!rule.name().contains("*") && lost.contains(rule.name())) {
        gone.putIfAbsent(rule.name(), Optional.of(rule));
      }
    }
    Instant now = clock.instant();
    List<SetCookie> deletions = new ArrayList<>();
    gone.forEach(
        (name, rule) -> deletions.addAll(visit.gate().sweep().everywhere(rule, name, now)));
    return deletions.subList(0, Math.min(deletions.size(), MOST_DELETIONS));
  }

  /** Days of cookies that are gone are forgotten; a later yes begins anew. */
  private static List<SetCookie> days(Visit visit, Consent after) {
    Set<String> lost = lost(visit.gate().policy(), visit.consent(), after);
    FirstDays before = visit.gate().ages().read(visit.cookies().fields());
    return lost.isEmpty()
        ? List.of()
        : visit.gate().ages().changes(before, before.without(lost::contains));
  }

  private static Set<String> lost(ConsentPolicy policy, Consent before, Consent after) {
    Set<String> lost = new HashSet<>();
    for (CookieRule rule : policy.cookies()) {
      if (rule.exempt().isEmpty()
          && before.granted().containsAll(rule.purposes())
          && !after.granted().containsAll(rule.purposes())) {
        lost.add(rule.name());
      }
    }
    return lost;
  }
}
