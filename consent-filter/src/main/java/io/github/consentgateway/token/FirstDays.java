package io.github.consentgateway.token;

import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.FirstDeposits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day on which one browser first got a cookie of each rule, as far as it remembers and we
 * signed it. Immutable: a further rule makes another value, and {@link CookieAges#changes} tells
 * the browser the difference.
 */
public final class FirstDays implements FirstDeposits {

  /** Days kept apart in one browser. */
  static final int DAYS = 8;

  private final List<DayRules> days;

  FirstDays(List<DayRules> days) {
    this.days = days;
  }

  /** The days, in no order; one that came in several cookies is there several times. */
  List<DayRules> days() {
    return days;
  }

  @Override
  public Optional<LocalDate> of(CookieRule rule) {
    return of(rule.name());
  }

  Optional<LocalDate> of(String rule) {
    DayRules earliest = null;
    for (DayRules day : days) {
      if (day.tell(rule) && (earliest == null || day.day().isBefore(earliest.day()))) {
        earliest = day;
      }
    }
    return earliest == null ? Optional.empty() : Optional.of(earliest.day());
  }

  /**
   * These days with {@code rule} first deposited on {@code today}, a day in UTC; these very days if
   * it has one already. A browser keeps eight days apart: a rule beyond them joins the newest of
   * these, and so ends earlier than it would have to, never later.
   */
  public FirstDays with(CookieRule rule, LocalDate today) {
    return with(rule.name(), today);
  }

  FirstDays with(String rule, LocalDate today) {
    return of(rule).isPresent() ? this : added(rule, dayFor(today));
  }

  private LocalDate dayFor(LocalDate today) {
    List<LocalDate> known = days.stream().map(DayRules::day).distinct().sorted().toList();
    return known.size() < DAYS || known.contains(today) ? today : known.get(known.size() - 1);
  }

  private FirstDays added(String rule, LocalDate day) {
    List<DayRules> next = new ArrayList<>();
    DayRules grown = DayRules.of(day, rule);
    for (DayRules known : days) {
      if (known.day().equals(day)) {
        grown = grown.and(known);
      } else {
        next.add(known);
      }
    }
    next.add(grown);
    return new FirstDays(List.copyOf(next));
  }

  /** Tells the number of days only. */
  @Override
  public String toString() {
    return "FirstDays[" + days.size() + "]";
  }
}
