package io.github.consentgateway.containers;

import java.util.concurrent.atomic.AtomicInteger;

/** One cookie sent down one route. */
record Probe(Vector route, Kind kind, String value) {
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** A probe whose cookie has a value of its own. */
  static Probe of(Vector route, Kind kind) {
    return new Probe(route, kind, "v" + NEXT.incrementAndGet());
  }

  Reply send(Running server) {
    return RawClient.send(server.port(), request(server, route.ask().header("Connection: close")));
  }

  /** The request for a connection that stays open. */
  String keepAlive(Running server) {
    return request(server, route.ask());
  }

  private String request(Running server, Ask ask) {
    String query = "route=" + route.id() + "&name=" + kind.cookie() + "&value=" + value;
    return (kind.consents() ? ask.header("Cookie: " + server.consent()) : ask)
        .text(kind.webapp().path, query);
  }

  @Override
  public String toString() {
    return route + " " + kind + " " + kind.cookie() + "=" + value;
  }
}
