package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What is noted of one exchange until it ends. Thread-safe: another thread may end it. */
final class TrafficNote {

  private final Traffic traffic;
  private final Instant at;
  private final Origin origin;
  private volatile Asked asked;
  private final boolean gpc;
  private final long begun = System.nanoTime();
  private final AtomicInteger dropped = new AtomicInteger();
  private final AtomicInteger shortened = new AtomicInteger();
  private final AtomicBoolean ended = new AtomicBoolean();

  TrafficNote(Traffic traffic, Instant at, Origin origin, Asked asked, boolean gpc) {
    this.traffic = traffic;
    this.at = at;
    this.origin = origin;
    this.asked = asked;
    this.gpc = gpc;
  }

  /** The container says what answers, which was not known when the request came in. */
  void mapped(String pattern) {
    if (asked.route().equals(Route.OTHER)) {
      asked = asked.under(Route.of(pattern));
    }
  }

  void dropped() {
    dropped.incrementAndGet();
  }

  void shortened() {
    shortened.incrementAndGet();
  }

  /** Ends the exchange; only the first time counts. */
  void end(
      int status,
      OptionalLong octets,
      Optional<Duration> session,
      Consent consent,
      ConsentPolicy policy) {
    if (ended.compareAndSet(false, true)) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      traffic.record(
          new TrafficEvent(
              at,
              origin,
              asked,
              Answered.of(status, octets, took, session),
              new Standing(state(consent, policy), gpc, dropped.get(), shortened.get())));
    }
  }

  private static State state(Consent consent, ConsentPolicy policy) {
    if (consent.choice().isEmpty()) {
      return State.UNDECIDED;
    }
    long granted =
        policy.purposes().stream().filter(purpose -> consent.allows(purpose.id())).count();
    if (granted == 0) {
      return State.REFUSED;
    }
    return granted == policy.purposes().size() ? State.ALL : State.PARTIAL;
  }
}
