package io.github.consentgateway.containers;

import java.util.List;

/** What the registry and the visitor say about a cookie. */
enum Kind {
  NON_ESSENTIAL("_ga", false, false),
  ESSENTIAL("basket", false, true),
  CONSENTED("_ga", true, true),
  OTHER_PURPOSE("chat_visitor", true, false),
  UNKNOWN("zzz_unknown", false, false),
  ESSENTIAL_SESSION(Webapp.PLAIN.sessionCookie, false, true),
  UNKNOWN_SESSION(Webapp.ODD.sessionCookie, false, false);

  private final String cookie;
  private final boolean consents;
  private final boolean granted;

  Kind(String cookie, boolean consents, boolean granted) {
    this.cookie = cookie;
    this.consents = consents;
    this.granted = granted;
  }

  static List<Kind> of(Vector.Kinds kinds) {
    return switch (kinds) {
      case NAMED -> List.of(NON_ESSENTIAL, ESSENTIAL, CONSENTED, OTHER_PURPOSE, UNKNOWN);
      case SESSION -> List.of(ESSENTIAL_SESSION, UNKNOWN_SESSION);
    };
  }

  /** The name of the cookie. */
  String cookie() {
    return cookie;
  }

  /** Whether the visitor has consented to the purpose audience. */
  boolean consents() {
    return consents;
  }

  /**
   * Whether the cookie may leave. The filter registers whatever the container calls its session
   * cookie as essential, because it could not hold it back.
   */
  boolean granted(Gate gate) {
    return granted || (this == UNKNOWN_SESSION && gate.hasFilter());
  }

  Webapp webapp() {
    return this == UNKNOWN_SESSION ? Webapp.ODD : Webapp.PLAIN;
  }
}
