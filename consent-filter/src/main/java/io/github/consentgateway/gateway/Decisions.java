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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns a form into a choice, and a choice into cookies: the token, and the {@linkplain Deletions
 * deletion} of what is not allowed any more, in the same response.
 */
final class Decisions {

  private static final Set<String> GRANTING = Set.of("accept", "save");

  private final Clock clock;

  Decisions(Clock clock) {
    this.clock = clock;
  }

  /** What the form decides; empty if it says nothing that could be decided. */
  Optional<Outcome> choose(Visit visit, Form form) {
    return switch (form.only("choice").orElse("")) {
      case "accept" -> granting(visit, form, asked -> Optional.of(asked.ids()));
      case "refuse" -> Optional.of(refused(visit, form));
      case "save" -> granting(visit, form, asked -> ticked(asked, form));
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
        ? decided(visit, choice(visit, purpose -> true, Set.of(), form))
        : unchanged(visit);
  }

  private static Outcome unchanged(Visit visit) {
    return new Outcome(visit.consent(), Deletions.of(visit, visit.consent()));
  }

  /** A choice that may grant something counts only for what the visitor was shown. */
  private Optional<Outcome> granting(
      Visit visit, Form form, Function<Asked, Optional<Set<String>>> said) {
    Optional<Asked> asked = Asked.of(form);
    return asked
        .flatMap(said)
        .filter(ids -> ids.isEmpty() || !visit.gate().policy().isForMinors())
        .map(ids -> decided(visit, choice(visit, asked.get()::covers, ids, form)));
  }

  /** Whether a form that might grant something was shown with nothing that is asked today. */
  static boolean isOutOfDate(Visit visit, Form form) {
    return form.only("choice").filter(GRANTING::contains).isPresent()
        && Asked.of(form)
            .filter(asked -> visit.gate().policy().purposes().stream().noneMatch(asked::covers))
            .isPresent();
  }

  /** Refusing is refusing everything, whatever the form has shown: that is never too much. */
  private Outcome refused(Visit visit, Form form) {
    return decided(visit, choice(visit, purpose -> true, Set.of(), form));
  }

  /** The purposes that the form names, if it names each once and has shown them. */
  private static Optional<Set<String>> ticked(Asked asked, Form form) {
    List<String> named = form.all("purpose");
    Set<String> ticked = Set.copyOf(named);
    return Optional.of(ticked)
        .filter(ids -> ids.size() == named.size() && asked.ids().containsAll(ids));
  }

  private Outcome decided(Visit visit, Choice choice) {
    if (choice.isSilent() && !choice.objects()) {
      // Of all that was shown nothing is there any more: the visitor will be asked what is.
      return unchanged(visit);
    }
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
   * Keeps an objection to the measurement that needs no consent, or lifts it; what was chosen
   * stays, and ends when it would have ended.
   */
  private Optional<Outcome> objection(Visit visit, boolean objects, Form form) {
    if (!visit.gate().policy().canBeObjectedTo()) {
      return Optional.empty();
    }
    Choice before = visit.consent().choice().orElseGet(() -> silence(visit, form));
    Optional<LocalDate> day = objects ? Optional.of(today()) : Optional.empty();
    Choice after = before.objecting(day);
    return Optional.of(
        after.isSilent() && !objects
            ? new Outcome(Consent.undecided(), forgotten(visit))
            : outcome(visit, after));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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

  /**
   * The choice of a visitor who grants these of the purposes that are open to the form, and none
   * else of them. All others stay as they were: granted, refused, or still to be asked (PV-03).
   */
  private Choice choice(Visit visit, Predicate<Purpose> open, Set<String> granted, Form form) {
    Map<String, Integer> yes = new LinkedHashMap<>();
    Map<String, Integer> no = new LinkedHashMap<>();
    for (Purpose purpose : visit.gate().policy().purposes()) {
      if (open.test(purpose)) {
        (granted.contains(purpose.id()) ? yes : no).put(purpose.id(), purpose.version());
      } else if (visit.consent().allows(purpose.id())) {
        yes.put(purpose.id(), purpose.version());
      } else if (visit.consent().refuses(purpose)) {
        no.put(purpose.id(), purpose.version());
      }
    }
    return choice(visit, yes, no, form);
  }

  /** An objection outlasts every choice, until it is lifted itself. */
  private Choice choice(Visit visit, Map<String, Integer> yes, Map<String, Integer> no, Form form) {
    ConsentPolicy policy = visit.gate().policy();
    return new Choice(
        today(),
        visit.gate().showing().manifest().hash(),
        policy.version(),
        yes,
        no,
        visit.consent().choice().flatMap(Choice::objection),
        Languages.of(visit, form.first(Languages.FIELD)),
        Signal.isOn(visit.request()),
        yes.isEmpty() ? Optional.empty() : Optional.of(ConsentTokens.newConsentId()));
  }
}
