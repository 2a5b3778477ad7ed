package io.github.consentgateway.cookie;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A date as Firefox reads it, in any order and without much ado: the time of day may be missing and
 * may be 10:60, days run over into the next month, 6/15/29 is a date, and zones count.
 */
final class FreeDate {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int UNSEEN = -1;

  /** The last year that fits into Firefox's own record of a date. */
  private static final int LAST_YEAR = Short.MAX_VALUE;

  private final String text;
  private final int end;
  private final FreeZone zone = new FreeZone();
  private boolean hasTime;
  private int second;
  private int day = UNSEEN;
  private int year = UNSEEN;

  /** Counted from January on; {@code SlashDate} can make it -1, December before. */
  private int month;

  private boolean hasMonth;

  FreeDate(String text) {
    this.text = text;
    this.end = text.length();
  }

  /** Seconds since 1970, or {@link SetCookie#NONE}. */
  long read() {
    int at = 0;
    while (at < end) {
      at = nextToken(readToken(at));
    }
    return result();
  }

  private int readToken(int at) {
    char c = text.charAt(at);
    if (Digits.isDigit(c)) {
      return readNumber(at);
    }
    if (c == '+' || c == '-') {
      return zone.readOffset(text, at);
    }
    if (at + 3 <= end) {
      readWord(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return at;
  }

  private void readWord(String word) {
    int index = MONTHS.indexOf(word);
    if (index >= 0 && index % 3 == 0) {
      month = hasMonth ? month : index / 3;
      hasMonth = true;
    } else {
      zone.readName(word);
    }
  }

  /** Returns where the token may still go on. */
  private int readNumber(int at) {
    int digits = Digits.run(text, at, end);
    char next = charAt(at + digits);
    if (next == ':') {
      return hasTime ? at : readTime(at);
    }
    if ((next == '/' || next == '-') && Digits.isDigit(charAt(at + digits + 1))) {
      return hasMonth ? at : readSlashDate(at);
    }
    if (!Characters.isLetter(next)) {
      readPlainNumber(at, digits);
    }
    return at;
  }

  private int readTime(int at) {
    FreeTime time = FreeTime.read(text, at);
    hasTime = time.isTime();
    second = time.second();
    return time.end();
  }

  private int readSlashDate(int at) {
    SlashDate date = SlashDate.read(text, at);
    if (date.isDate()) {
      hasMonth = true;
      year = date.year();
      month = date.month() - 1;
      day = date.day();
    }
    return date.end();
  }

  private void readPlainNumber(int at, int digits) {
    if (digits > 5 || digits == 3) {
      return;
    }
    int number = Digits.number(text, at, digits);
    if (digits < 3 && day == UNSEEN && number < 32) {
      day = number;
    } else if (digits > 1 && year == UNSEEN) {
      year = digits == 2 ? Digits.fullYear(number) : number;
    }
  }

  private int nextToken(int from) {
    int at = from;
    while (at < end && " \t,;-+/()[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    while (at < end && isBetweenTokens(at)) {
      at++;
    }
    return at;
  }

  /**
   * A minus sign is no sign before a letter, nor after one while the year is missing. One that
   * opens the text is never asked for: it was read as a sign.
   */
  private boolean isBetweenTokens(int at) {
    if (text.charAt(at) != '-') {
      return " \t,;/()[]".indexOf(text.charAt(at)) >= 0;
    }
    return !Digits.isDigit(charAt(at + 1))
        || (year == UNSEEN && Characters.isLetter(text.charAt(at - 1)));
  }

  private long result() {
    if (!hasMonth || day == UNSEEN || year == UNSEEN || year > LAST_YEAR) {
      return SetCookie.NONE;
    }
    LocalDate date = LocalDate.of(year, 1, 1).plusMonths(month).plusDays(day - 1);
    return date.toEpochDay() * 86_400 + second - zone.minutes() * 60L;
  }

  private char charAt(int at) {
    return at < end ? text.charAt(at) : 0;
  }
}
