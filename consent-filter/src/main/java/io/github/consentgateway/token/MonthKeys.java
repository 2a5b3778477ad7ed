package io.github.consentgateway.token;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys from one month on, each made when it is first needed. Thread-safe. */
final class MonthKeys {

  private static final int MOST_MONTHS = 2_400;

  private final MonthKey first;
  private final Map<YearMonth, MonthKey> made = new ConcurrentHashMap<>();

  MonthKeys(MonthKey first) {
    this.first = first;
  }

  MonthKey first() {
    return first;
  }

  /** The key of a month; empty if there is none any more, or not for centuries. */
  Optional<MonthKey> key(YearMonth month) {
    boolean there =
        !month.isBefore(first.month()) && month.isBefore(first.month().plusMonths(MOST_MONTHS));
    return there
        ? Optional.of(made.computeIfAbsent(month, unused -> moved(month)))
        : Optional.empty();
  }

  private MonthKey moved(YearMonth to) {
    MonthKey key = first;
    while (key.month().isBefore(to)) {
      key = key.next();
    }
    return key;
  }
}
