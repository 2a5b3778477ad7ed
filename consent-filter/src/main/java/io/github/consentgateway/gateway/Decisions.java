package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.token.ConsentTokens;
import java.time.Clock;
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
 * Turns a form into a choice, and a choice into cookies: the token, and the {@linkplain Deletions
 * deletion} of what is not allowed any more, in the same response.
 */
final class Decisions {

  private final Clock clock;

  Decisions(Clock clock) {
    this.clock = clock;
  }

  /** What the form decides; empty if it says nothing that could be decided. */
  Optional<Outcome> choose(Visit visit, Form form) {
    return switch (form.only("choice").orElse("")) {
      case "accept" -> decided(visit, all(visit.gate().policy()), form);
      case "refuse" -> decided(visit, Optional.of(Set.of()), form);
      case "save" -> decided(visit, ticked(visit.gate().policy(), form), form);
      case "object" -> objection(visit, true, form);
      case "allow" -> objection(visit, false, form);
      case "seen" -> Optional.of(told(visit));
      default -> Optional.empty();
    };
  }

  /** Takes back what was granted; of a visitor who granted nothing it only sweeps what is left. */
  Outcome withdraw(Visit visit, Form form) {
    // Asked of the choice: a grant that the browser's signal suspends is to end for good.
    return visit.consent().choice().filter(made -> !made.granted().isEmpty()).isPresent()
        ? decided(visit, choice(visit, Set.of(), form))
        : unchanged(visit);
  }

  private static Outcome unchanged(Visit visit) {
    return new Outcome(visit.consent(), Deletions.of(visit, visit.consent()));
  }

  /** All purposes; nothing can be accepted on a site for children. */
  private static Optional<Set<String>> all(ConsentPolicy policy) {
    return Optional.of(ids(policy)).filter(ids -> !policy.isForMinors());
  }

  /** The purposes that the form names, if it names each once and there are such. */
  private static Optional<Set<String>> ticked(ConsentPolicy policy, Form form) {
    List<String> named = form.all("purpose");
    Set<String> ticked = Set.copyOf(named);
    return Optional.of(ticked)
        .filter(ids -> ids.size() == named.size() && ids(policy).containsAll(ids))
        .filter(ids -> ids.isEmpty() || !policy.isForMinors());
  }

  private static Set<String> ids(ConsentPolicy policy) {
    return policy.purposes().stream().map(Purpose::id).collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Outcome> decided(Visit visit, Optional<Set<String>> said, Form form) {
    return said.map(granted -> decided(visit, choice(visit, merged(visit, granted, form), form)));
  }

  private Outcome decided(Visit visit, Choice choice) {
    Outcome outcome = outcome(visit, choice);
    return stands(visit.consent(), choice)
        ? outcome
        : outcome.leaving(Trace.of(visit.consent(), outcome.consent(), clock.instant()));
  }

  /** Of a consent that cannot be proved: what is taken back ends, and nothing is granted. */
  static Outcome unproved(Visit visit, Outcome failed) {
    Consent none = Consent.undecided();
    return failed.trace().isWithdrawal()
        ? new Outcome(none, allGone(visit))
        : new Outcome(visit.consent(), List.of());
  }

  /** The deletion of the token and of all that needs consent. */
  static List<SetCookie> allGone(Visit visit) {
    List<SetCookie> all = new ArrayList<>(forgotten(visit));
    all.addAll(Deletions.of(visit, Consent.undecided()));
    return all;
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

  /**
   * Keeps an objection to the measurement that needs no consent, or lifts it; what was chosen
   * stays, and ends when it would have ended.
   */
  private Optional<Outcome> objection(Visit visit, boolean objects, Form form) {
    if (!visit.gate().policy().canBeObjectedTo()) {
      return Optional.empty();
    }
    Choice before = visit.consent().choice().orElseGet(() -> silence(visit, form));
    Choice after = before.objecting(objects);
    return Optional.of(
        after.isSilent() && !objects
            ? new Outcome(Consent.undecided(), forgotten(visit))
            : outcome(visit, after));
  }

  private Choice silence(Visit visit, Form form) {
    return choice(visit, Map.of(), Map.of(), form);
  }

  private static List<SetCookie> forgotten(Visit visit) {
    return visit.consent().choice().isPresent()
        ? List.of(visit.gate().tokens().deletion())
        : List.of();
  }

  /** The visitor has read that the policy has changed; nothing else does. */
  private static Outcome told(Visit visit) {
    return visit
        .consent()
        .choice()
        .map(made -> outcome(visit, made.toldOf(visit.gate().policy().version())))
        .orElseGet(() -> unchanged(visit));
  }

  private static Outcome outcome(Visit visit, Choice choice) {
    if (stands(visit.consent(), choice)) {
      return unchanged(visit);
    }
    ConsentTokens tokens = visit.gate().tokens();
    Consent after = tokens.standing(choice);
    List<SetCookie> cookies = new ArrayList<>();
    cookies.add(tokens.issue(choice));
    cookies.addAll(Deletions.of(visit, after));
    return new Outcome(after, cookies);
  }

  /** The same words on the same day under the same policy say nothing new, but for a new name. */
  private static boolean stands(Consent before, Choice choice) {
    return before.choice().filter(known -> known.saysTheSameAs(choice)).isPresent();
  }

  private Choice choice(Visit visit, Set<String> granted, Form form) {
    Map<String, Integer> yes = new LinkedHashMap<>();
    Map<String, Integer> no = new LinkedHashMap<>();
    for (Purpose purpose : visit.gate().policy().purposes()) {
      (granted.contains(purpose.id()) ? yes : no).put(purpose.id(), purpose.version());
    }
    return choice(visit, yes, no, form);
  }

  /** An objection outlasts every choice, until it is lifted itself. */
  private Choice choice(Visit visit, Map<String, Integer> yes, Map<String, Integer> no, Form form) {
    ConsentPolicy policy = visit.gate().policy();
    return new Choice(
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        visit.gate().showing().manifest().hash(),
        policy.version(),
        yes,
        no,
        visit.consent().objects(),
        Languages.of(visit, form.first(Languages.FIELD)),
        Signal.isOn(visit.request()),
        yes.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId()));
  }
}
