package io.github.consentgateway.policy;

/**
 * A cookie name, or the fixed beginning or end of one. Case counts, as it does for browsers.
 *
 * @param kind which part of the name is fixed
 * @param literal the fixed part
 */
record NamePattern(Kind kind, String literal) {

  /** Which part of a name is fixed. */
  enum Kind {
    EXACT,
    PREFIX,
    SUFFIX
  }

  /** Reads {@code name}, {@code start*} or {@code *end}. */
  static NamePattern of(String text) {
    if (text.endsWith("*")) {
      return new NamePattern(Kind.PREFIX, text.substring(0, text.length() - 1));
    }
    return text.startsWith("*")
        ? new NamePattern(Kind.SUFFIX, text.substring(1))
        : new NamePattern(Kind.EXACT, text);
  }

  boolean matches(String name) {
    return matches(name, 0, name.length());
  }

  /** Whether the region of {@code text} is such a name; at most one comparison of the literal. */
  boolean matches(String text, int from, int to) {
    int spare = to - from - literal.length();
    return switch (kind) {
      case EXACT -> spare == 0 && text.startsWith(literal, from);
      case PREFIX -> spare >= 0 && text.startsWith(literal, from);
      case SUFFIX -> spare >= 0 && text.startsWith(literal, to - literal.length());
    };
  }

  /** Whether some name is matched by both patterns. */
  boolean overlaps(NamePattern other) {
    if (kind == Kind.EXACT) {
      return other.matches(literal);
    }
    if (other.kind == Kind.EXACT) {
      return matches(other.literal);
    }
    // A beginning and an end always meet in some name.
    return kind != other.kind || matches(other.literal) || other.matches(literal);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case EXACT -> literal;
      case PREFIX -> literal + "*";
      case SUFFIX -> "*" + literal;
    };
  }
}
