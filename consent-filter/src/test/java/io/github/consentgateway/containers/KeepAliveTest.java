package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Several requests on one connection, case 84")
class KeepAliveTest {
  private static final List<Kind> ORDER =
      List.of(
          Kind.NON_ESSENTIAL,
          Kind.CONSENTED,
          Kind.NON_ESSENTIAL,
          Kind.ESSENTIAL,
          Kind.UNKNOWN,
          Kind.CONSENTED,
          Kind.OTHER_PURPOSE);

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#all")
  void consentDoesNotCrossFromOneRequestToTheNext(
      Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    Vector route = Routes.named("addCookie");
    List<Probe> probes = ORDER.stream().map(kind -> Probe.of(route, kind)).toList();

    List<Reply> replies =
        RawClient.send(server.port(), probes.stream().map(p -> p.keepAlive(server)).toList());

    assertAll(
        IntStream.range(0, probes.size())
            .mapToObj(i -> () -> check(container, gate, probes.get(i), replies.get(i))));
  }

  private static void check(Container container, Gate gate, Probe probe, Reply reply) {
    int expected = probe.route().expected().lines(container, gate, probe.kind());
    assertEquals(expected, reply.cookies().size(), () -> probe + "\n" + reply);
    probe.checkThatCookiesAreWhole(reply);
  }
}
