package io.github.consentgateway.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * A length of time written in ISO 8601 with an upper bound in months. A month counts 30 days and a
 * year 365, so that the result is never longer than the calendar says; whole months up to the bound
 * are allowed however they are split into years and months.
 */
final class Span {

  private static final int DAYS_PER_MONTH = 30;
  private static final int DAYS_PER_YEAR = 365;

  private Span() {}

  /** The length, empty if the text is none, is under a second or goes beyond the bound. */
  static Optional<Duration> parse(String text, int mostMonths) {
    try {
      // The JDK takes a sign before each part.
      return text.contains("-") ? Optional.empty() : bounded(text, mostMonths);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> bounded(String text, int mostMonths) {
    Duration longest = Duration.ofDays((long) mostMonths * DAYS_PER_MONTH);
    Duration length = text.indexOf('T') < 0 ? days(text, mostMonths) : Duration.parse(text);
    boolean allowed = length.compareTo(longest) <= 0 && length.toSeconds() > 0;
    return allowed ? Optional.of(Duration.ofSeconds(length.toSeconds())) : Optional.empty();
  }

  private static Duration days(String text, int mostMonths) {
    Period period = Period.parse(text);
    long days = period.getDays() + (long) period.getMonths() * DAYS_PER_MONTH;
    boolean wholeMonths = period.getDays() == 0 && period.toTotalMonths() <= mostMonths;
    long total = days + (long) period.getYears() * DAYS_PER_YEAR;
    return Duration.ofDays(
        wholeMonths ? Math.min(total, (long) mostMonths * DAYS_PER_MONTH) : total);
  }
}
