package io.github.consentgateway.cookie;

/** Runs of ASCII digits inside a text. */
final class Digits {
  private Digits() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** How many digits stand in a row at {@code from}. */
  static int run(String text, int from, int to) {
    int end = from;
    while (end < to && isDigit(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  /** The number that this many digits make, at most nine. */
  static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /** The year that up to two digits mean, of 1970 to 2069; a longer number is the year itself. */
  static int fullYear(int number) {
    if (number > 99) {
      return number;
    }
    return number + (number < 70 ? 2000 : 1900);
  }
}
