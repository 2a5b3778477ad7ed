package io.github.consentgateway.cookie;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;

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
  private static final long[] DAY_WORDS = words(DAYS);
  private static final long[] MONTH_WORDS = words(MONTHS);
  private static final long ZONE = Octets.word(" GMT");
  private static final long COMMA = Octets.word(", ");
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

  /**
   * The second since 1970 if the region is exactly what we would write, or {@code NONE}.
   *
   * @param separator what stands around the month: a space, or the minus sign that servers write
   */
  static long read(Octets text, int from, int to, char separator) {
    if (to - from != LENGTH || !isFramed(text, from, separator)) {
      return SetCookie.NONE;
    }
    int year = digits(text, from + 12) * 100 + digits(text, from + 14);
    int month = index(MONTH_WORDS, text.word(from + 8));
    int day = digits(text, from + 5);
    if (month < 0 || year < 1970 || !YearMonth.of(year, month + 1).isValidDay(day)) {
      return SetCookie.NONE;
    }
    long days = LocalDate.of(year, month + 1, day).toEpochDay();
    return index(DAY_WORDS, text.word(from)) == days % 7
        ? second(text, from + 17, days * DAY)
        : SetCookie.NONE;
  }

  private static long second(Octets text, int at, long midnight) {
    int hour = digits(text, at);
    int minute = digits(text, at + 3);
    int second = digits(text, at + 6);
    boolean exists = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
    return exists ? midnight + hour * 3600L + minute * 60L + second : SetCookie.NONE;
  }

  private static boolean isFramed(Octets text, int from, char separator) {
    return Octets.isSame(text.word(from + 25), ZONE, 4)
        && Octets.isSame(text.word(from + 3), COMMA, 2)
        && text.at(from + 7) == separator
        && text.at(from + 11) == separator
        && text.at(from + 16) == ' '
        && text.at(from + 19) == ':'
        && text.at(from + 22) == ':';
  }

  /** The number of two digits, or something negative enough to spoil any sum. */
  private static int digits(Octets text, int at) {
    char tens = text.at(at);
    char ones = text.at(at + 1);
    return Digits.isDigit(tens) && Digits.isDigit(ones)
        ? (tens - '0') * 10 + (ones - '0')
        : -1_000_000;
  }

  private static int index(long[] names, long word) {
    for (int i = 0; i < names.length; i++) {
      if (Octets.isSame(names[i], word, 3)) {
        return i;
      }
    }
    return -1;
  }

  private static long[] words(String names) {
    return IntStream.range(0, names.length() / 3)
        .mapToLong(i -> Octets.word(names.substring(i * 3, i * 3 + 3)))
        .toArray();
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
