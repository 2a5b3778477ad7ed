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

  Outcome choose(Visit visit, Form form) {
    Set<String> granted = granted(visit.gate().policy(), form);
    Consent before = visit.consent();
    boolean same = before.state() == Consent.State.DECIDED && before.granted().equals(granted);
    return same ? Outcome.NOTHING : decided(visit, granted, form);
  }

  Outcome withdraw(Visit visit, Form form) {
    return visit.consent().granted().isEmpty() ? Outcome.NOTHING : decided(visit, Set.of(), form);
  }

  private static Set<String> granted(ConsentPolicy policy, Form form) {
    Set<String> asked = new HashSet<>();
    switch (form.first("choice").orElse("")) {
      case "accept" -> policy.purposes().forEach(purpose -> asked.add(purpose.id()));
      case "save" -> asked.addAll(form.all("purpose"));
      default -> {
        // Anything that is not a yes is a no.
      }
    }
    Set<String> known = new HashSet<>();
    policy.purposes().stream().map(Purpose::id).filter(asked::contains).forEach(known::add);
    return known;
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
    Map<String, CookieRule> gone =
        new LinkedHashMap<>(StaleCookies.hidden(policy, visit.cookieFields(), after));
    for (CookieRule rule : policy.cookies()) {
      if (!rule.name().contains("*") && lost.contains(rule.name())) {
        gone.putIfAbsent(rule.name(), rule);
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
    FirstDays before = visit.gate().ages().read(visit.cookieFields());
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
