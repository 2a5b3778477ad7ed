package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.token.ConsentTokens;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  /** What the deletions of one response may take of its head. */
  static final int OCTETS = 5_120;

  private final Clock clock;

  Decisions(Clock clock) {
    this.clock = clock;
  }

  /** What the form decides; empty if it names no choice that there is. */
  Optional<Outcome> choose(Visit visit, Form form) {
    return granted(visit.gate().policy(), form)
        .map(said -> decided(visit, merged(visit, said, form), form));
  }

  /** Takes back what was granted; of a visitor who granted nothing it only sweeps what is left. */
  Outcome withdraw(Visit visit, Form form) {
    // Asked of the choice: a grant that the browser's signal suspends is to end for good.
    return visit.consent().choice().filter(made -> !made.granted().isEmpty()).isPresent()
        ? decided(visit, Set.of(), form)
        : new Outcome(visit.consent(), deletions(visit, visit.consent()));
  }

  private static Optional<Set<String>> granted(ConsentPolicy policy, Form form) {
    Set<String> all =
        policy.purposes().stream().map(Purpose::id).collect(Collectors.toUnmodifiableSet());
    return switch (form.only("choice").orElse("")) {
      case "accept" -> Optional.of(all);
      case "refuse" -> Optional.of(Set.of());
      case "save" -> Optional.of(ticked(all, form));
      default -> Optional.empty();
    };
  }

  /**
   * The purposes that a form decides on: all, or only those still open, when a banner asks again
   * for these alone (PV-03). The others stay as they were chosen.
   */
  private static Set<String> merged(Visit visit, Set<String> said, Form form) {
    if (!form.first("scope").filter("open"::equals).isPresent()) {
      return said;
    }
    Set<String> merged = new HashSet<>(said);
    for (Purpose purpose : visit.gate().policy().purposes()) {
      if (visit.consent().allows(purpose.id())) {
        merged.add(purpose.id());
      } else if (visit.consent().refuses(purpose)) {
        merged.remove(purpose.id());
      }
    }
    return merged;
  }

  private static Set<String> ticked(Set<String> all, Form form) {
    Set<String> ticked = new HashSet<>(form.all("purpose"));
    ticked.retainAll(all);
    return ticked;
  }

  private Outcome decided(Visit visit, Set<String> granted, Form form) {
    Choice choice = choice(visit, granted, form);
    if (stands(visit.consent(), choice)) {
      return new Outcome(visit.consent(), deletions(visit, visit.consent()));
    }
    List<SetCookie> cookies = new ArrayList<>();
    cookies.add(visit.gate().tokens().issue(choice));
    Consent after = visit.gate().tokens().standing(choice);
    cookies.addAll(deletions(visit, after));
    return new Outcome(after, cookies);
  }

  /** The same words on the same day under the same policy say nothing new. */
  private static boolean stands(Consent before, Choice choice) {
    return before
        .choice()
        .filter(known -> known.decidedOn().equals(choice.decidedOn()))
        .filter(known -> known.policy().equals(choice.policy()))
        .filter(known -> known.granted().equals(choice.granted()))
        .filter(known -> known.refused().equals(choice.refused()))
        .filter(known -> known.gpc() == choice.gpc())
        .isPresent();
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
        Signal.isOn(visit.request()),
        yes.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId()));
  }

  /**
   * The deletion of all that is not granted any more: cookies of the request first, then those that
   * may lie where this request could not show them; near scopes before far ones. The days of first
   * deposits stay: a later yes does not begin the 13 months anew.
   */
  private List<SetCookie> deletions(Visit visit, Consent after) {
    Set<String> lost = lost(visit.gate().policy(), visit.consent(), after);
    Map<String, Optional<CookieRule>> gone = gone(visit, after, lost);
    Set<SetCookie> deletions = new LinkedHashSet<>();
    ScopeSweep sweep = visit.gate().sweep();
    gone.forEach((name, rule) -> deletions.addAll(sweep.declared(rule, name, "/")));
    gone.forEach((name, rule) -> deletions.addAll(sweep.everywhere(rule, name)));
    return HeadBudget.fitting(List.copyOf(deletions), Math.min(OCTETS, visit.room()));
  }

  private static Map<String, Optional<CookieRule>> gone(
      Visit visit, Consent after, Set<String> lost) {
    ConsentPolicy policy = visit.gate().policy();
    Map<String, Optional<CookieRule>> gone =
        new LinkedHashMap<>(new RequestCookies(visit.cookies().fields(), policy, after).stale());
    for (CookieRule rule : policy.cookies()) {
      if (!rule.name().contains("*") && lost.contains(rule.name())) {
        gone.putIfAbsent(rule.name(), Optional.of(rule));
      }
    }
    return gone;
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
