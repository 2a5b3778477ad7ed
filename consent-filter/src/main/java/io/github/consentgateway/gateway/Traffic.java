package io.github.consentgateway.gateway;

import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.Route;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficLog;
import java.time.Clock;
import java.time.Instant;

/** Notes what is kept of each exchange, in the way of none. Thread-safe. */
final class Traffic implements AutoCloseable {

  private static final int MILLIS = 1_000;

  private final TrafficLog log;
  private final Pseudonymizer pseudonymizer;
  private final Routes routes;
  private final String base;
  private final Route own;
  private final Clock clock;

  Traffic(TrafficLog log, Pseudonymizer pseudonymizer, Routes routes, String base, Clock clock) {
    this.log = log;
    this.pseudonymizer = pseudonymizer;
    this.routes = routes;
    this.base = base;
    this.own = Route.of(base);
    this.clock = clock;
  }

  /** Begins to note a request: from here on nothing of its address is known. */
  TrafficNote begin(RequestHead request, Generation gate) {
    Asked asked =
        Asked.of(request.method(), route(request), request.protocol(), gate.host(), request::field);
    return new TrafficNote(
        this, now(), pseudonymizer.origin(request.client(), request::fields), asked);
  }

  private Route route(RequestHead request) {
    String path = request.path();
    return isOwn(path) ? own : routes.of(path, request.route());
  }

  private boolean isOwn(String path) {
    return path.startsWith(base)
        && (path.length() == base.length() || path.charAt(base.length()) == '/');
  }

  /** Nobody learns more than the second. */
  private Instant now() {
    return Instant.ofEpochSecond(Math.floorDiv(clock.millis(), MILLIS));
  }

  void tick() {
    pseudonymizer.tick();
  }

  void record(TrafficEvent event) {
    log.record(event);
  }

  @Override
  public void close() {
    log.close();
    pseudonymizer.close();
  }
}
