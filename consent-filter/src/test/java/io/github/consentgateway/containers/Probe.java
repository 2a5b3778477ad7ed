package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One cookie sent down one route. */
record Probe(Vector route, Kind kind, String value) {
  private static final Set<String> ATTRIBUTES = Set.of("path=/", "max-age=3600", "httponly");
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

  /** The query string that asks for the route. */
  String query() {
    return "route=" + route.id() + "&name=" + kind.cookie() + "&value=" + value;
  }

  private String request(Running server, Ask ask) {
    return (kind.consents() ? ask.header("Cookie: " + server.consent()) : ask)
        .text(kind.webapp().path, query());
  }

  /** Every cookie of the reply must be the one that the application set, with its attributes. */
  void checkThatCookiesAreWhole(Reply reply) {
    if (route.wellFormed() && route.kinds() == Vector.Kinds.NAMED) {
      assertAll(reply.cookies().stream().map(cookie -> () -> checkThatWhole(cookie, reply)));
    }
  }

  private void checkThatWhole(CookieLine cookie, Reply reply) {
    assertEquals(kind.cookie(), cookie.name(), reply::toString);
    assertEquals(value, cookie.value().split(",", 2)[0], reply::toString);
    assertTrue(cookie.attributes().containsAll(ATTRIBUTES), reply::toString);
  }

  @Override
  public String toString() {
    return route + " " + kind + " " + kind.cookie() + "=" + value;
  }
}
