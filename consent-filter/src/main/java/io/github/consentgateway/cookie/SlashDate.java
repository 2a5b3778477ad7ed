package io.github.consentgateway.cookie;

/**
 * A date of three numbers as Firefox reads it: 6/15/29, 15/6/29 or 32/6/15, with slashes or minus
 * signs; the month first wherever that is possible.
 *
 * @param isDate whether it is one
 * @param year in full
 * @param month from 0 to 12
 * @param day from 0 to 99
 * @param end where it ends, or from where on to skip it
 */
record SlashDate(boolean isDate, int year, int month, int day, int end) {

  static SlashDate read(String text, int from) {
    int second = next(text, from);
    int third = second < 0 ? -1 : next(text, second);
    int digits = third < 0 ? 0 : Math.min(Digits.run(text, third, text.length()), 6);
    int end = third + digits;
    if (digits == 0 || digits == 3 || digits == 6 || isLetterAt(text, end)) {
      return none(from);
    }
    return order(
        Digits.number(text, from, second - 1 - from),
        Digits.number(text, second, third - 1 - second),
        Digits.number(text, third, digits),
        from,
        end);
  }

  private static SlashDate order(int first, int second, int third, int from, int end) {
    if (first > 31 || first == 0) {
      return second > 12 || third > 31
          ? none(from)
          : new SlashDate(true, Digits.fullYear(first), second, third, end);
    }
    if (first > 12) {
      return second > 12
          ? none(end)
          : new SlashDate(true, Digits.fullYear(third), second, first, end);
    }
    return new SlashDate(true, Digits.fullYear(third), first, second, end);
  }

  /** Where the number after up to two digits and a slash or minus sign starts, or -1. */
  private static int next(String text, int from) {
    int digits = Digits.run(text, from, text.length());
    int separator = from + digits;
    boolean separated =
        digits <= 2 && (text.startsWith("/", separator) || text.startsWith("-", separator));
    return separated ? separator + 1 : -1;
  }

  private static boolean isLetterAt(String text, int at) {
    return at < text.length() && Characters.isLetter(text.charAt(at));
  }

  private static SlashDate none(int end) {
    return new SlashDate(false, 0, 0, 0, end);
  }
}
