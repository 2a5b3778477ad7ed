package io.github.consentgateway.cookie;

/**
 * The value of {@code Max-Age} in the longest reading of the browsers: Chromium takes a leading
 * plus sign, and both take a number too large for 64 bits as forever, whatever follows it.
 */
final class MaxAge {
  /** What we write for anything longer: 68 years. */
  static final long LONGEST = Integer.MAX_VALUE;

  private MaxAge() {}

  /** Seconds between 0 and {@link #LONGEST}, or {@link SetCookie#NONE} if no browser reads it. */
  static long parse(String value) {
    boolean negative = value.startsWith("-");
    int start = negative || isDoubtful(value) ? 1 : 0;
    long seconds = 0;
    for (int i = start; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Digits.isDigit(c)) {
        return SetCookie.NONE;
      }
      if (exceedsLong(seconds, c)) {
        return negative ? 0 : LONGEST;
      }
      seconds = seconds * 10 + (c - '0');
    }
    if (start == value.length()) {
      return SetCookie.NONE;
    }
    return negative ? 0 : Math.min(seconds, LONGEST);
  }

  /** Whether only some browsers read the value, so that {@code Expires} counts for the others. */
  static boolean isDoubtful(String value) {
    return value.startsWith("+");
  }

  private static boolean exceedsLong(long seconds, char digit) {
    return seconds > (Long.MAX_VALUE - (digit - '0')) / 10;
  }
}
