package io.github.consentgateway.gateway;

/** The names of header fields: which are names at all (RFC 9110, 5.1), which carry cookies. */
final class FieldNames {

  private static final String EXTRA = "!#$%&'*+-.^_`|~";

  private FieldNames() {}

  /**
   * Whether {@code name} is a token of <a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2">RFC 9110</a>.
   */
  static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isTokenChar(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isTokenChar(char c) {
    int letter = c | 0x20;
    return (letter >= 'a' && letter <= 'z' && c < 0x80)
        || (c >= '0' && c <= '9')
        || c == '-'
        || EXTRA.indexOf(c) >= 0;
  }
}
