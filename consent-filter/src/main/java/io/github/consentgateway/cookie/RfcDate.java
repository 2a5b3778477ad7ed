package io.github.consentgateway.cookie;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date read by the algorithm of <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.1">RFC
 * 6265bis, section 5.1.1</a>: the first token of each kind counts, in any order. As in Chromium, a
 * year may have five digits, and digits after the second of the time do no harm.
 */
final class RfcDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final String text;
  private int time = -1;
  private int day = -1;
  private int month = -1;
  private int year = -1;

  RfcDate(String text) {
    this.text = text;
  }

  /** Seconds since 1970, or {@link SetCookie#NONE}. */
  long read() {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isDelimiter(text.charAt(i))) {
        token(from, i);
        from = i + 1;
      }
    }
    return result();
  }

  private void token(int from, int to) {
    if (time < 0 && takesTime(from, to)) {
      return;
    }
    int digits = digits(from, to);
    if (day < 0 && digits >= 1 && digits <= 2) {
      day = number(from, digits);
    } else if (month < 0 && takesMonth(from, to)) {
      return;
    } else if (year < 0 && digits >= 2 && digits <= 5) {
      year = fullYear(number(from, digits));
    }
  }

  private long result() {
    if (time < 0 || month < 0 || year < 1601 || day < 1) {
      return SetCookie.NONE;
    }
    return YearMonth.of(year, month).isValidDay(day)
        ? LocalDate.of(year, month, day).toEpochDay() * 86_400 + time
        : SetCookie.NONE;
  }

  private boolean takesTime(int from, int to) {
    int hour = digits(from, to);
    int minute = digits(from + hour + 1, to);
    int second = digits(from + hour + minute + 2, to);
    if (!isTimePart(hour, from + hour) || !isTimePart(minute, from + hour + 1 + minute)) {
      return false;
    }
    if (second == 0) {
      return false;
    }
    time =
        seconds(
            number(from, hour),
            number(from + hour + 1, minute),
            number(from + hour + minute + 2, Math.min(second, 2)));
    return true;
  }

  private boolean isTimePart(int digits, int end) {
    return digits >= 1 && digits <= 2 && end < text.length() && text.charAt(end) == ':';
  }

  private int seconds(int hour, int minute, int second) {
    boolean real = hour <= 23 && minute <= 59 && second <= 59;
    if (!real) {
      day = 0;
    }
    return hour * 3600 + minute * 60 + second;
  }

  private boolean takesMonth(int from, int to) {
    for (int i = 0; i < 12 && to - from >= 3; i++) {
      if (text.regionMatches(true, from, MONTHS, i * 3, 3)) {
        month = i + 1;
        return true;
      }
    }
    return false;
  }

  private static int fullYear(int number) {
    if (number > 99) {
      return number;
    }
    return number + (number < 70 ? 2000 : 1900);
  }

  private int digits(int from, int to) {
    int end = from;
    while (end < to && Octets.isDigit(text.charAt(end))) {
      end++;
    }
    return Math.max(end - from, 0);
  }

  private int number(int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static boolean isDelimiter(char c) {
    return c == '\t'
        || (c >= 0x20 && c <= 0x2F)
        || (c >= 0x3B && c <= 0x40)
        || (c >= 0x5B && c <= 0x60)
        || (c >= 0x7B && c <= 0x7E);
  }
}
