package io.github.consentgateway.cookie;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The date form that we write: IMF-fixdate of <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110</a>, as in {@code Sun, 06
 * Nov 1994 08:49:37 GMT}, from 1970 to 9999.
 */
final class ImfDate {
  static final int LENGTH = 29;

  /** The last second that four digits of a year can say. */
  static final long LAST = 253_402_300_799L;

  private static final int DAY = 86_400;
  private static final String DAYS = "ThuFriSatSunMonTueWed";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final byte[] FRAME =
      "ddd, 00 mmm 0000 00:00:00 GMT".getBytes(StandardCharsets.ISO_8859_1);

  private ImfDate() {}

  static String format(long epochSecond) {
    byte[] text = new byte[LENGTH];
    write(epochSecond, text, 0);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  static void write(long epochSecond, byte[] out, int at) {
    System.arraycopy(FRAME, 0, out, at, LENGTH);
    long days = epochSecond / DAY;
    int second = (int) (epochSecond % DAY);
    LocalDate date = LocalDate.ofEpochDay(days);
    letters(DAYS, (int) (days % 7), out, at);
    twoDigits(date.getDayOfMonth(), out, at + 5);
    letters(MONTHS, date.getMonthValue() - 1, out, at + 8);
    twoDigits(date.getYear() / 100, out, at + 12);
    twoDigits(date.getYear() % 100, out, at + 14);
    twoDigits(second / 3600, out, at + 17);
    twoDigits(second / 60 % 60, out, at + 20);
    twoDigits(second % 60, out, at + 23);
  }

  /** The second since 1970 if the region is exactly what we would write, or {@code NONE}. */
  static long read(String text, int from, int to) {
    if (to - from != LENGTH) {
      return SetCookie.NONE;
    }
    int month = index(MONTHS, text, from + 8);
    int year = digits(text, from + 12) * 100 + digits(text, from + 14);
    int day = digits(text, from + 5);
    if (month < 0 || year < 1970 || day < 1 || day > daysOf(month, year)) {
      return SetCookie.NONE;
    }
    long days = LocalDate.of(year, month + 1, day).toEpochDay();
    return isFramed(text, from, days) ? seconds(text, from + 17, days) : SetCookie.NONE;
  }

  private static long seconds(String text, int at, long days) {
    int hour = digits(text, at);
    int minute = digits(text, at + 3);
    int second = digits(text, at + 6);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return SetCookie.NONE;
    }
    return days * DAY + hour * 3600L + minute * 60L + second;
  }

  private static boolean isFramed(String text, int from, long days) {
    return text.startsWith(" GMT", from + 25)
        && text.startsWith(", ", from + 3)
        && text.charAt(from + 7) == ' '
        && text.charAt(from + 11) == ' '
        && text.charAt(from + 16) == ' '
        && text.charAt(from + 19) == ':'
        && text.charAt(from + 22) == ':'
        && text.regionMatches(from, DAYS, (int) (days % 7) * 3, 3);
  }

  private static int daysOf(int month, int year) {
    return YearMonth.of(year, month + 1).lengthOfMonth();
  }

  /** The number of two digits, or something negative enough to spoil any sum. */
  private static int digits(String text, int at) {
    char tens = text.charAt(at);
    char ones = text.charAt(at + 1);
    return Digits.isDigit(tens) && Digits.isDigit(ones) ? Digits.number(text, at, 2) : -1_000_000;
  }

  private static int index(String names, String text, int at) {
    for (int i = 0; i < names.length(); i += 3) {
      if (text.regionMatches(at, names, i, 3)) {
        return i / 3;
      }
    }
    return -1;
  }

  private static void letters(String names, int index, byte[] out, int at) {
    for (int i = 0; i < 3; i++) {
      out[at + i] = (byte) names.charAt(index * 3 + i);
    }
  }

  private static void twoDigits(int number, byte[] out, int at) {
    out[at] = (byte) ('0' + number / 10);
    out[at + 1] = (byte) ('0' + number % 10);
  }
}
