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

  boolean available() {
    return true;
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
      case FILTER -> RealGate.filter();
      case HANDLER -> RealGate.handler();
      case BOTH -> RealGate.both();
    };
  }

  /** Whether a cookie is the gate's own: the consent token and the dates of first deposit. */
  static boolean owns(String cookieName) {
    return cookieName.startsWith("__Host-");
  }
}
