package io.github.consentgateway.jetty;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.session.ManagedSession;

/** How long a session has lasted. */
final class SessionAge {

  private SessionAge() {}

  /** That of the session of a request inside its context; empty without one, and none is made. */
  static Optional<Duration> of(Request inner) {
    try {
      return inner.getSession(false) instanceof ManagedSession session
          ? Optional.of(since(session.getCreationTime()))
          : Optional.empty();
    } catch (IllegalStateException e) {
      // It has just ended.
      return Optional.empty();
    }
  }

  private static Duration since(long begun) {
    return Duration.ofMillis(Math.max(0, System.currentTimeMillis() - begun));
  }
}
