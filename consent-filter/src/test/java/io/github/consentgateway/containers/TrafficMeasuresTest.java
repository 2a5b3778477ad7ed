package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("TL-11: how long a session has lasted and how much was answered, on every container")
class TrafficMeasuresTest {

  private static final String CELLS = "io.github.consentgateway.containers.Cells#plain";

  /** A session of this test has not lasted 2^5 s yet. */
  private static final int YOUNG = 5;

  /** What a filter has left before the container answers; nothing is said of its length then. */
  private static final Set<String> ANSWERED_OUTSIDE =
      Set.of(
          "page-not-found",
          "page-failure",
          "page-half-then-failure",
          "other-empty",
          "other-redirect",
          "measured-not-sent",
          "measured-session-ended");

  private static NotedEvents ask(Running server, Vector route, String... fields) {
    Ask ask = route.ask();
    for (String field : fields) {
      ask = ask.header(field);
    }
    return NotedEvents.of(
        server, ask, Webapp.PLAIN.path, Probe.of(route, Kind.ESSENTIAL_SESSION).query());
  }

  private static JsonNode session(NotedEvents noted) {
    return noted.event().path("session.duration.log2s");
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("a session's duration is noted once there is one, and none is made to measure")
  void sessionIsMeasuredOnceThereIsOne(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    for (String plain : List.of("measured-writer", "measured-async", "other-text")) {
      NotedEvents before = ask(server, Routes.named(plain));
      assertTrue(session(before).isNull(), before.events()::toString);
      assertEquals(List.of(), before.reply().cookies(), before.events()::toString);

      for (String opening : List.of("session", "session-in-async")) {
        NotedEvents opened = ask(server, Routes.named(opening));
        CookieLine session = opened.reply().cookies().get(0);
        assertEquals(Webapp.PLAIN.sessionCookie, session.name());
        checkThatYoung(opened);

        String cookie = "Cookie: " + session.name() + "=" + session.value();
        NotedEvents after = ask(server, Routes.named(plain), cookie);
        checkThatYoung(after);
        assertEquals(List.of(), after.reply().cookies(), after.events()::toString);
      }
    }
  }

  private static void checkThatYoung(NotedEvents noted) {
    assertTrue(session(noted).isInt(), noted.events()::toString);
    assertTrue(session(noted).asInt() < YOUNG, noted.events()::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("a session that nobody has opened, or that the request ends, has no duration")
  void noSessionNoDuration(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    Vector route = Routes.named("measured-writer");
    NotedEvents unknown = ask(server, route, "Cookie: JSESSIONID=nobodys");
    assertTrue(session(unknown).isNull(), unknown.events()::toString);
    assertEquals(List.of(), unknown.reply().cookies(), unknown.events()::toString);

    NotedEvents ended = ask(server, Routes.named("measured-session-ended"));
    assertTrue(session(ended).isNull(), ended.events()::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName(
      "the size noted is that of what arrives, the question included, however it is written")
  void sizeIsThatOfWhatArrives(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    List<String> wrong = new ArrayList<>();
    int chunked = 0;
    for (Vector route :
        Stream.concat(PageRoutes.all().stream(), MeasuredRoutes.all().stream()).toList()) {
      NotedEvents noted = ask(server, route);
      if (noted.reply().last().value("Content-Length").isEmpty()) {
        chunked++;
      }
      if (!isRight(noted, gate.hasHandler() || !ANSWERED_OUTSIDE.contains(route.id()))) {
        wrong.add(route.id() + " " + noted.reply().body().length() + " " + noted.events());
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(chunked > 5, "the control: " + chunked + " without a length");
  }

  /** An empty body is the smallest there is. */
  private static boolean isRight(NotedEvents noted, boolean known) {
    JsonNode size = noted.event().path("http.response.size.log2");
    long octets = Math.max(1, noted.reply().body().length());
    return size.isNull()
        ? !known
        : size.asInt() == Long.numberOfTrailingZeros(Long.highestOneBit(octets));
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("the question makes a page larger than it was written")
  void questionIsCounted(Container container, Gate gate, Servers.Pool servers) {
    NotedEvents noted = ask(servers.get(container, gate), Routes.named("page-flush-between"));
    assertTrue(noted.reply().body().contains("consent-question"));
    int size = noted.event().path("http.response.size.log2").asInt();
    assertTrue(1 << size > PageRoutes.PAGE.length(), noted.events()::toString);
    assertFalse(
        noted.reply().last().value("Transfer-Encoding").isEmpty(), noted.events()::toString);
  }
}
