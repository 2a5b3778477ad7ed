package io.github.consentgateway.traffic;

/** Numbers inside of texts. */
final class Digits {

  private static final int MOST = 4;

  private Digits() {}

  /** The number of at most four digits that begins here; 0 if there is none. */
  static int number(String text, int from, int length) {
    int number = 0;
    int at = from;
    while (at < length && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
      if (at - from > MOST) {
        return 0;
      }
    }
    return number;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
