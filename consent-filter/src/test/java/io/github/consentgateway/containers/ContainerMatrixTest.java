package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Container matrix, cases 1-9, 15-32, 54-56, 60, 65-94")
class ContainerMatrixTest {
  private static ExecutorService clients;

  @BeforeAll
  static void startClients() {
    clients = Executors.newFixedThreadPool(Kind.values().length);
  }

  @AfterAll
  static void stopClients() {
    clients.shutdown();
  }

  static Stream<Arguments> cells() {
    return Stream.of(Gate.values())
        .flatMap(
            gate ->
                Stream.of(Container.values())
                    .filter(c -> c.supports(gate))
                    .flatMap(c -> routes(c, gate)));
  }

  private static Stream<Arguments> routes(Container container, Gate gate) {
    return Routes.all().stream()
        .map(route -> argumentSet(gate + " " + container + " " + route, container, gate, route));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void letsOutWhatIsGrantedAndNothingElse(
      Container container, Gate gate, Vector route, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    List<Probe> probes =
        Kind.of(route.kinds()).stream().map(kind -> Probe.of(route, kind)).toList();
    List<CompletableFuture<Reply>> replies =
        probes.stream()
            .map(probe -> CompletableFuture.supplyAsync(() -> probe.send(server), clients))
            .toList();

    assertAll(
        Stream.iterate(0, i -> i < probes.size(), i -> i + 1)
            .map(
                i ->
                    () ->
                        check(
                            container, gate, probes.get(i), replies.get(i).join(), servers.score)));
  }

  private static void check(Container container, Gate gate, Probe probe, Reply reply, Score score) {
    int lines = reply.cookies().size();
    score.add(container, gate, probe.kind(), lines);
    int expected = probe.route().expected().lines(container, gate, probe.kind());
    assertEquals(expected, lines, () -> probe + "\n" + reply);
    probe.checkThatCookiesAreWhole(reply);
  }
}
