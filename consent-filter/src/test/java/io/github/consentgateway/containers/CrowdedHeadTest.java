package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("CK-10, CK-15: fifty stale cookies and an application that fills the head")
class CrowdedHeadTest {
  private static final String STALE =
      IntStream.range(0, 50).mapToObj(i -> "_ga_" + i + "=1").collect(Collectors.joining("; "));

  /** What Tomcat gives a head; Jetty and Undertow, which give more, show that all is counted. */
  private static final int LARGEST = 8_192;

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#all")
  void deletionsGiveWayToTheApplication(Container container, Gate gate, Servers.Pool servers) {
    for (Vector route : CrowdedRoutes.all()) {
      Reply reply = visit(route, servers.get(container, gate));

      assertTrue(reply.last().code() < 400, () -> route + " " + reply);
      assertEquals(fieldsOf(route), fields(reply), () -> route + " " + reply);
      assertTrue(size(reply) <= LARGEST, () -> size(reply) + " octets: " + route + " " + reply);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#complete")
  void deletionsTakeWhatIsLeft(Container container, Gate gate, Servers.Pool servers) {
    Vector route = Routes.named("crowded-header-last");

    Reply reply = visit(route, servers.get(container, gate));

    long deletions = reply.cookies().stream().filter(c -> c.name().startsWith("_ga_")).count();
    assertTrue(deletions > 5, () -> deletions + " in " + reply);
  }

  private static Reply visit(Vector route, Running server) {
    Ask asked = route.ask().header("Connection: close").header("Cookie: " + STALE);
    String query = Probe.of(route, Kind.ESSENTIAL).query();
    return RawClient.send(server.port(), asked.text(Webapp.PLAIN.path, query));
  }

  private static int size(Reply reply) {
    return reply.last().lines().stream().mapToInt(line -> line.length() + 2).sum();
  }

  private static String fieldsOf(Vector route) {
    boolean lonely = route.id().equals("crowded-by-one-field");
    int octets = lonely ? 2 * CrowdedRoutes.LONG.length() - 500 : CrowdedRoutes.LONG.length();
    return (lonely ? 0 : CrowdedRoutes.COOKIES) + " cookies, " + octets + " octets";
  }

  private static String fields(Reply reply) {
    long baskets = reply.cookies().stream().filter(c -> c.name().equals("basket")).count();
    return baskets + " cookies, " + octets(reply.lines()) + " octets";
  }

  private static long octets(Stream<String> lines) {
    return lines.flatMapToInt(String::chars).filter(c -> c == '~').count();
  }
}
