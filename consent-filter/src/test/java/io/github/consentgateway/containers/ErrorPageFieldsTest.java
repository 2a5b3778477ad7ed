package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("CK-14, CK-16, cases 68-70: the gate's own fields on error pages")
class ErrorPageFieldsTest {
  private static final String COMPLETE = "io.github.consentgateway.containers.Cells#complete";
  private static final List<String> PAGES =
      List.of(
          "error-page-sendError",
          "error-page-exception",
          "error-page-unmapped",
          "error-page-public");

  @ParameterizedTest
  @MethodSource(COMPLETE)
  void surviveTheResetBeforeAnErrorPage(Container container, Gate gate, Servers.Pool servers) {
    for (String route : PAGES) {
      Reply reply = staleVisit(route, servers.get(container, gate));

      assertTrue(reply.last().value("Vary").contains("cookie"), () -> route + reply);
      assertTrue(isPrivate(reply), () -> route + reply);
      assertTrue(expires(reply, "_ga"), () -> route + reply);
    }
  }

  @ParameterizedTest
  @MethodSource(COMPLETE)
  @DisplayName("what the container writes itself is private too, and Jetty's not stored at all")
  void errorWithoutPageIsNotForSharedCaches(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = staleVisit("error-without-page", servers.get(container, gate));

    assertTrue(isPrivate(reply), reply::toString);
    assertTrue(expires(reply, "_ga"), reply::toString);
  }

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#none")
  @DisplayName("control: without a gate the public page stays public")
  void withoutGateThePageIsPublic(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = staleVisit("error-page-public", servers.get(container, gate));

    assertFalse(isPrivate(reply), reply::toString);
    assertFalse(expires(reply, "_ga"), reply::toString);
  }

  private static Reply staleVisit(String route, Running server) {
    Probe probe = Probe.of(Routes.named(route), Kind.ESSENTIAL);
    Ask asked = probe.route().ask().header("Connection: close").header("Cookie: _ga=1");
    return RawClient.send(server.port(), asked.text(Webapp.PLAIN.path, probe.query()));
  }

  private static boolean isPrivate(Reply reply) {
    String caching = reply.last().value("Cache-Control");
    return caching.contains("private") || caching.contains("no-store");
  }

  private static boolean expires(Reply reply, String name) {
    return reply.cookies().stream()
        .anyMatch(cookie -> cookie.name().equals(name) && cookie.value().isEmpty());
  }
}
