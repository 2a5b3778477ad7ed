package io.github.consentgateway.token;

import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.FirstDeposits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The day on which one browser first got a cookie of each rule, as far as it remembers and we
 * signed it. A value: adding and forgetting give new ones, and {@link CookieAges#changes} tells the
 * browser the difference. Nothing is verified before the first question. Confined to the thread of
 * its request.
 */
public final class FirstDays implements FirstDeposits {

  /** Days kept apart in one browser. */
  static final int DAYS = 8;

  /** Stands for every rule, where a day has more rules than a cookie can name. */
  static final String EVERY_RULE = "*";

  private final Clock clock;
  private final Supplier<SortedMap<LocalDate, Set<String>>> source;
  private @Nullable SortedMap<LocalDate, Set<String>> days;

  FirstDays(Clock clock, Supplier<SortedMap<LocalDate, Set<String>>> source) {
    this.clock = clock;
    this.source = source;
  }

  /** The rules first deposited on each day, the earliest day first. */
  SortedMap<LocalDate, Set<String>> days() {
    SortedMap<LocalDate, Set<String>> known = days;
    if (known == null) {
      known = source.get();
      days = known;
    }
    return known;
  }

  @Override
  public Optional<LocalDate> of(CookieRule rule) {
    return of(rule.name());
  }

  Optional<LocalDate> of(String rule) {
    for (Map.Entry<LocalDate, Set<String>> day : days().entrySet()) {
      if (day.getValue().contains(rule) || day.getValue().contains(EVERY_RULE)) {
        return Optional.of(day.getKey());
      }
    }
    return Optional.empty();
  }

  /**
   * These days with {@code rule} first deposited today; these very days if it has one already. A
   * browser keeps eight days apart: a rule beyond them joins the newest of these, and so ends
   * earlier than it would have to, never later.
   */
  public FirstDays with(CookieRule rule) {
    return with(rule.name());
  }

  FirstDays with(String rule) {
    return of(rule).isPresent() ? this : added(rule);
  }

  private FirstDays added(String rule) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    SortedMap<LocalDate, Set<String>> next = new TreeMap<>(days());
    boolean full = next.size() >= DAYS && !next.containsKey(today);
    Set<String> rules = new TreeSet<>(next.getOrDefault(full ? next.lastKey() : today, Set.of()));
    rules.add(rule);
    next.put(full ? next.lastKey() : today, rules);
    return new FirstDays(clock, () -> next);
  }

  /** These days without the rules whose names {@code forgotten} takes. */
  public FirstDays without(Predicate<String> forgotten) {
    SortedMap<LocalDate, Set<String>> next = new TreeMap<>();
    days()
        .forEach(
            (day, rules) -> {
              Set<String> kept = new TreeSet<>(rules);
              kept.removeIf(rule -> !rule.equals(EVERY_RULE) && forgotten.test(rule));
              if (!kept.isEmpty()) {
                next.put(day, kept);
              }
            });
    return new FirstDays(clock, () -> next);
  }

  /** Tells the number of days only. */
  @Override
  public String toString() {
    return "FirstDays[" + days().size() + "]";
  }
}
