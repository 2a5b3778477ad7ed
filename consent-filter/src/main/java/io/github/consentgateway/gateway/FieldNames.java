package io.github.consentgateway.gateway;

/** The names of header fields: a name that is no token is no name (RFC 9110, 5.1 and 5.6.2). */
final class FieldNames {

  private static final boolean[] TOKEN = new boolean[128];

  static {
    String others = "!#$%&'*+-.^_`|~";
    for (char c = 0; c < TOKEN.length; c++) {
      TOKEN[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
    }
  }

  private FieldNames() {}

  /** Whether {@code name} is a token. */
  static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= TOKEN.length || !TOKEN[c]) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
