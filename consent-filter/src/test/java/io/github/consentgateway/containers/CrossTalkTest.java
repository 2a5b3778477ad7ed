package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Many visitors at once, case 125")
class CrossTalkTest {
  private static final int REQUESTS = 1000;
  private static final int VISITORS = 8;
  private static final List<Vector> ROUTES =
      Stream.of("addCookie", "addHeader", "forward", "async-no-argument", "error-page-sendError")
          .map(Routes::named)
          .toList();

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#single")
  void eachOfAThousandGetsWhatItsOwnConsentAllows(
      Container container, Gate gate, Servers.Pool servers) {
    long seed = System.nanoTime();
    Running server = servers.get(container, gate);

    List<String> wrong = ask(probes(new Random(seed)), server, container, gate);

    assertEquals(List.of(), wrong, () -> "seed " + seed);
  }

  private static List<Probe> probes(Random random) {
    List<Kind> kinds = Kind.of(Vector.Kinds.NAMED);
    List<Probe> probes = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      Vector route = ROUTES.get(random.nextInt(ROUTES.size()));
      probes.add(Probe.of(route, kinds.get(random.nextInt(kinds.size()))));
    }
    return probes;
  }

  private static List<String> ask(
      List<Probe> probes, Running server, Container container, Gate gate) {
    ExecutorService visitors = Executors.newFixedThreadPool(VISITORS);
    try {
      return probes.stream()
          .map(
              probe ->
                  CompletableFuture.supplyAsync(
                      () -> fault(probe, server, container, gate), visitors))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .filter(fault -> !fault.isEmpty())
          .toList();
    } finally {
      visitors.shutdown();
    }
  }

  /** What is wrong with the answer; empty if nothing. */
  private static String fault(Probe probe, Running server, Container container, Gate gate) {
    Reply reply = probe.send(server);
    int expected = probe.route().expected().lines(container, gate, probe.kind());
    boolean right =
        reply.cookies().size() == expected
            && reply.cookies().stream().map(CookieLine::value).allMatch(probe.value()::equals);
    return right ? "" : probe + "\n" + reply;
  }
}
