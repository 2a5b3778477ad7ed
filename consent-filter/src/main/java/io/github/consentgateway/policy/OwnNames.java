package io.github.consentgateway.policy;

/**
 * The cookie names that the gateway keeps for itself: what begins with {@code __Host-consent} on
 * https; {@code consent} and {@code consent-since…} on a plain-http localhost, where browsers would
 * refuse the prefix.
 *
 * @param secure whether the site is https
 * @param choice the names of the signed choice
 * @param ages the names of the first-deposit dates
 */
record OwnNames(boolean secure, NamePattern choice, NamePattern ages) {

  private static final OwnNames SECURE =
      new OwnNames(true, NamePattern.of("__Host-consent"), NamePattern.of("__Host-consent*"));
  private static final OwnNames PLAIN =
      new OwnNames(false, NamePattern.of("consent"), NamePattern.of("consent-since*"));

  static OwnNames at(String site) {
    return site.startsWith("https:") ? SECURE : PLAIN;
  }

  boolean include(String text, int from, int to) {
    return ages.matches(text, from, to) || choice.matches(text, from, to);
  }

  /** Whether nothing but own names fits the pattern, so that declaring it would be a mistake. */
  boolean swallow(NamePattern pattern) {
    String literal = pattern.literal();
    return switch (pattern.kind()) {
      case EXACT -> include(literal, 0, literal.length());
      case PREFIX -> ages.matches(literal);
      case SUFFIX -> false;
    };
  }
}
