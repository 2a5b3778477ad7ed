package io.github.consentgateway.policy;

/**
 * The cookie names that the gateway keeps for itself: {@code __Host-consent} and what begins so on
 * https; {@code consent} and {@code consent-since…} on a plain-http localhost, where browsers would
 * refuse the prefix.
 */
enum OwnNames {
  SECURE(NamePattern.of("__Host-consent*"), NamePattern.of("__Host-consent*")),
  PLAIN(NamePattern.of("consent"), NamePattern.of("consent-since*"));

  private final NamePattern choice;
  private final NamePattern ages;

  OwnNames(NamePattern choice, NamePattern ages) {
    this.choice = choice;
    this.ages = ages;
  }

  static OwnNames at(String site) {
    return site.startsWith("https:") ? SECURE : PLAIN;
  }

  boolean include(String name) {
    return choice.matches(name) || ages.matches(name);
  }

  boolean overlap(NamePattern pattern) {
    return choice.overlaps(pattern) || ages.overlaps(pattern);
  }
}
