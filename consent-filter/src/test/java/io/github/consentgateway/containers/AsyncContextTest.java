package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A context of our own that says "original" would not be the one that the container hands to
 * listeners, and applications keep contexts in collections to take them out there.
 */
@ExtendWith(Servers.class)
@DisplayName("What an application is told of its asynchronous context, case 77")
class AsyncContextTest {
  private static final String CELLS = "io.github.consentgateway.containers.Cells#";

  @ParameterizedTest
  @MethodSource(CELLS + "filtering")
  @DisplayName("limit: behind the filter the pair is the gate's and so never called original")
  void filterHandsOnItsOwnPair(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    assertEquals("original: false", said(server, "async-original"));
    assertEquals("original: false", said(server, "async-original-passed"));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "unwrapped")
  @DisplayName("control: without a gate, and behind the handler alone, the pair is original")
  void withoutFilterThePairIsOriginal(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    assertEquals("original: true", said(server, "async-original"));
    assertEquals("original: true", said(server, "async-original-passed"));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "all")
  void dispatchWithoutPathGoesBackToTheRequest(
      Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    assertEquals("back: /plain/app/main", said(server, "async-back"));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "all")
  @DisplayName("limit: after a forward, Tomcat behind the filter goes back to where it led")
  void dispatchAfterForwardGoesBackToTheRequest(
      Container container, Gate gate, Servers.Pool servers) {
    boolean limit = container == Container.TOMCAT && gate.hasFilter();

    assertEquals(
        limit ? "back: /plain/app/TARGET" : "back: /plain/app/main",
        said(servers.get(container, gate), "async-back-in-forward"));
  }

  private static String said(Running server, String route) {
    Vector vector = Routes.named(route);
    Ask asked = vector.ask().header("Connection: close");
    String query = Probe.of(vector, Kind.ESSENTIAL).query();
    return RawClient.send(server.port(), asked.text(Webapp.PLAIN.path, query)).body().strip();
  }
}
