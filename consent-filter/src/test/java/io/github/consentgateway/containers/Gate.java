package io.github.consentgateway.containers;

import java.util.Optional;

/** What stands between the matrix application and the wire. */
enum Gate {
  /** Nothing: the positive control that every route really emits its cookie. */
  NONE,
  /**
   * A filter that knows {@code addCookie} alone: the positive control that the matrix sees an
   * incomplete gate.
   */
  NAIVE,
  /** The servlet filter, first in the chain, for all dispatcher types. */
  FILTER,
  /** The Jetty handler around the contexts, no filter. */
  HANDLER,
  /** Handler and filter together. */
  BOTH;

  /** Set to true once the gate's own classes exist: then open() must build them. */
  private static final boolean WIRED = false;

  boolean available() {
    return WIRED || this == NONE || this == NAIVE;
  }

  boolean needsJetty() {
    return this == HANDLER || this == BOTH;
  }

  /** Whether it must hold back every cookie that was not granted. */
  boolean complete() {
    return this != NONE && this != NAIVE;
  }

  OpenGate open() {
    return switch (this) {
      case NONE -> new OpenGate(Optional.empty(), handler -> handler, NaiveFilter.CONSENT);
      case NAIVE -> OpenGate.withFilter(NaiveFilter::new, NaiveFilter.CONSENT);
      case FILTER, HANDLER, BOTH -> throw new UnsupportedOperationException(name());
    };
  }

  /** Whether a cookie is the gate's own: the consent token and the dates of first deposit. */
  static boolean owns(String cookieName) {
    return cookieName.startsWith("__Host-");
  }
}
