package io.github.consentgateway.cookie;

/** What the characters of a field are: octets, since containers write the low byte only. */
final class Characters {
  static final int CONTROL = -1;

  private Characters() {}

  /**
   * All characters or-ed together, or {@link #CONTROL} if one is a control character other than a
   * tab. A result above 0xFF says that a character is no octet, above 0x7F that one is not ASCII.
   */
  static int union(String text) {
    int union = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\t' : c == 0x7F) {
        return CONTROL;
      }
      union |= c;
    }
    return union;
  }

  static boolean isAscii(int union) {
    return union <= 0x7F;
  }

  static boolean isEncodable(int union) {
    return union <= 0xFF;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether the region neither starts nor ends with a space or tab. */
  static boolean isTrimmed(String text, int from, int to) {
    return from == to || (!isBlank(text.charAt(from)) && !isBlank(text.charAt(to - 1)));
  }

  static int skipBlanks(String text, int from, int to) {
    int start = from;
    while (start < to && isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }

  static int dropBlanks(String text, int from, int to) {
    int end = to;
    while (end > from && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static String trimmed(String text, int from, int to) {
    int start = skipBlanks(text, from, to);
    return text.substring(start, dropBlanks(text, start, to));
  }

  /** Whether the region is a token of RFC 9110, section 5.6.2. */
  static boolean isToken(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isTokenCharacter(text.charAt(i))) {
        return false;
      }
    }
    return from < to;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isTokenCharacter(char c) {
    return isLetter(c) || Digits.isDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
