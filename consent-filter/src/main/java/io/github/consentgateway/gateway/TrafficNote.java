package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import io.github.consentgateway.traffic.Route;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What is noted of one exchange until it ends. Thread-safe: another thread may end it. */
final class TrafficNote {

  private final Traffic traffic;
  private final Instant at;
  private final Origin origin;
  private final long begun = System.nanoTime();
  private Asked asked;
  private int dropped;
  private int shortened;
  private boolean ended;

  TrafficNote(Traffic traffic, Instant at, Origin origin, Asked asked) {
    this.traffic = traffic;
    this.at = at;
    this.origin = origin;
    this.asked = asked;
  }

  /** The container says what answers, which was not known when the request came in. */
  synchronized void mapped(String pattern) {
    if (asked.route().equals(Route.OTHER)) {
      asked = asked.under(Route.of(pattern));
    }
  }

  synchronized void dropped() {
    dropped++;
  }

  synchronized void shortened() {
    shortened++;
  }

  /** Ends the exchange; only the first time counts. */
  void end(
      int status,
      OptionalLong octets,
      Optional<Duration> session,
      Consent consent,
      boolean gpc,
      ConsentPolicy policy) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Answered answered = Answered.of(status, octets, took, session);
    State state = state(consent, policy);
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      traffic.record(
          new TrafficEvent(
              at, origin, asked, answered, new Standing(state, gpc, dropped, shortened)));
    }
  }

  private static State state(Consent consent, ConsentPolicy policy) {
    if (consent.choice().isEmpty()) {
      return State.UNDECIDED;
    }
    int granted = 0;
    int all = 0;
    for (Purpose purpose : policy.purposes()) {
      granted += consent.allows(purpose.id()) ? 1 : 0;
      all++;
    }
    if (granted == 0) {
      return State.REFUSED;
    }
    return granted == all ? State.ALL : State.PARTIAL;
  }
}
