package io.github.consentgateway.demo.audit;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Each cookie that was seen, who was given it, and what is wrong with that. */
final class Matrix {

  /** The choice, and the first days of cookies; without the prefix where there is no TLS. */
  private static final Pattern OWN = Pattern.compile("(__Host-)?consent(-since-\\d{8})?");

  private static final String UNREADABLE = "(unreadable)";

  /**
   * A cookie.
   *
   * @param given who was given it
   * @param kind what the policy says of it
   * @param breaches what is wrong; empty if nothing is
   */
  record Line(String name, Set<State> given, String kind, List<String> breaches) {}

  private final ConsentPolicy policy;
  private final TreeMap<String, Set<State>> given = new TreeMap<>();
  private final TreeMap<String, SortedSet<String>> tooLong = new TreeMap<>();

  Matrix(ConsentPolicy policy) {
    this.policy = policy;
  }

  void add(Deposit deposit) {
    String name = deposit.cookie() instanceof SetCookie cookie ? cookie.name() : UNREADABLE;
    given.computeIfAbsent(name, unused -> EnumSet.noneOf(State.class)).add(deposit.state());
    if (deposit.cookie() instanceof SetCookie cookie
        && cookie.expiresAfter(deposit.at().plus(ConsentPolicy.LONGEST_LIFE))) {
      tooLong.computeIfAbsent(name, unused -> new TreeSet<>()).add(deposit.page().getPath());
    }
  }

  private static String outlives(SortedSet<String> pages) {
    String more = pages.size() == 1 ? "" : " and %d more".formatted(pages.size() - 1);
    return "outlives 390 days on " + pages.first() + more;
  }

  List<Line> lines() {
    return given.entrySet().stream().map(seen -> line(seen.getKey(), seen.getValue())).toList();
  }

  private Line line(String name, Set<State> seen) {
    Optional<CookieRule> rule = policy.rule(name);
    boolean own = OWN.matcher(name).matches();
    boolean exempt = own || rule.filter(known -> known.exempt().isPresent()).isPresent();
    List<String> wrong = new ArrayList<>();
    Optional.ofNullable(tooLong.get(name)).ifPresent(pages -> wrong.add(outlives(pages)));
    if (!own && rule.isEmpty()) {
      wrong.add("is not in the policy");
    } else if (!exempt && seen.contains(State.UNDECIDED)) {
      wrong.add("is given before any answer");
    } else if (!exempt && seen.contains(State.REFUSED)) {
      wrong.add("is given after a refusal");
    }
    return new Line(name, seen, own ? "the gateway's own" : kind(rule), List.copyOf(wrong));
  }

  private static String kind(Optional<CookieRule> rule) {
    return rule.map(
            known ->
                known
                    .exempt()
                    .map(of -> "exempt, " + of)
                    .orElseGet(() -> String.join(", ", known.purposes())))
        .orElse("unknown");
  }
}
