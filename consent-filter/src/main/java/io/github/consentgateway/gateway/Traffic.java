package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.Route;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficLog;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Notes what is kept of each exchange, in the way of none. */
record Traffic(TrafficLog log, Pseudonymizer pseudonymizer, Routes routes, String base, Clock clock)
    implements AutoCloseable {

  /** Begins to note a request: from here on nothing of its address is known. */
  TrafficNote begin(RequestHead request, ConsentPolicy policy) {
    String site = host(policy);
    Route route =
        isOwn(request.path()) ? Route.of(base) : routes.of(request.path(), request.route());
    Asked asked =
        Asked.of(
            request.method(),
            route,
            request.protocol(),
            site,
            name -> request.fields(name).stream().findFirst());
    return new TrafficNote(
        this,
        clock.instant(),
        pseudonymizer.origin(request.client(), request::fields),
        asked,
        Signal.isOn(request));
  }

  private boolean isOwn(String path) {
    return path.equals(base) || path.startsWith(base + "/");
  }

  static String host(ConsentPolicy policy) {
    return Optional.ofNullable(URI.create(policy.site()).getHost()).orElse("");
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
