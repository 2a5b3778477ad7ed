package io.github.consentgateway.cookie;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date read by the algorithm of <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.1">RFC
 * 6265bis, section 5.1.1</a>: the first token of each kind counts, in any order. As in Chromium, a
 * year may have five digits, and digits too many after the seconds do no harm.
 */
final class RfcDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int UNSEEN = -1;
  private static final int IMPOSSIBLE = -2;

  private final String text;
  private int secondOfDay = UNSEEN;
  private int day = UNSEEN;
  private int month = UNSEEN;
  private int year = UNSEEN;

  RfcDate(String text) {
    this.text = text;
  }

  /** Seconds since 1970, or {@link SetCookie#NONE}. */
  long read() {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDelimiter(text.charAt(i))) {
        readToken(from, i);
        from = i + 1;
      }
    }
    readToken(from, text.length());
    return result();
  }

  private void readToken(int from, int to) {
    int digits = Digits.run(text, from, to);
    if (secondOfDay == UNSEEN && readsTime(from, digits, to)) {
      return;
    }
    if (day == UNSEEN && digits >= 1 && digits <= 2) {
      day = Digits.number(text, from, digits);
    } else if (month == UNSEEN && digits == 0) {
      month = monthAt(from);
    } else if (year == UNSEEN && digits >= 2 && digits <= 5) {
      year = Digits.fullYear(Digits.number(text, from, digits));
    }
  }

  private boolean readsTime(int from, int hourDigits, int to) {
    int minuteAt = from + hourDigits + 1;
    if (!isTimePart(hourDigits, minuteAt, to)) {
      return false;
    }
    int minuteDigits = Digits.run(text, minuteAt, to);
    int secondAt = minuteAt + minuteDigits + 1;
    if (!isTimePart(minuteDigits, secondAt, to) || !Digits.isDigit(text.charAt(secondAt))) {
      return false;
    }
    secondOfDay =
        secondOfDay(
            Digits.number(text, from, hourDigits),
            Digits.number(text, minuteAt, minuteDigits),
            Digits.number(text, secondAt, Math.min(Digits.run(text, secondAt, to), 2)));
    return true;
  }

  /** Whether one or two digits and a colon end before {@code next}, where more follows. */
  private boolean isTimePart(int digits, int next, int to) {
    return digits >= 1 && digits <= 2 && next < to && text.charAt(next - 1) == ':';
  }

  private static int secondOfDay(int hour, int minute, int second) {
    boolean exists = hour <= 23 && minute <= 59 && second <= 59;
    return exists ? hour * 3600 + minute * 60 + second : IMPOSSIBLE;
  }

  private int monthAt(int from) {
    for (int i = 0; i < MONTHS.length(); i += 3) {
      if (text.regionMatches(true, from, MONTHS, i, 3)) {
        return i / 3 + 1;
      }
    }
    return UNSEEN;
  }

  private long result() {
    if (secondOfDay < 0 || month == UNSEEN || year < 1601) {
      return SetCookie.NONE;
    }
    return YearMonth.of(year, month).isValidDay(day)
        ? LocalDate.of(year, month, day).toEpochDay() * 86_400 + secondOfDay
        : SetCookie.NONE;
  }

  private static boolean isDelimiter(char c) {
    return c == '\t'
        || (c >= 0x20 && c <= 0x2F)
        || (c >= 0x3B && c <= 0x40)
        || (c >= 0x5B && c <= 0x60)
        || (c >= 0x7B && c <= 0x7E);
  }
}
