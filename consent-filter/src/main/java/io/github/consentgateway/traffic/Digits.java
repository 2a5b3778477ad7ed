package io.github.consentgateway.traffic;

/** Numbers inside of texts. */
final class Digits {

  static final int NONE = -1;

  private static final int MOST = 4;

  private Digits() {}

  /** The number of at most four digits that begins here; {@link #NONE} if there is none. */
  static int number(String text, int from, int length) {
    int number = 0;
    int at = from;
    while (isAt(text, at, length)) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
      if (at - from > MOST) {
        return NONE;
      }
    }
    return at == from ? NONE : number;
  }

  /** Whether there is a digit here. */
  static boolean isAt(String text, int at, int length) {
    return at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
