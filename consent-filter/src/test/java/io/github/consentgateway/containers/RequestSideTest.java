package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("What the application sees of the request's cookies, cases 113-117")
class RequestSideTest {
  private static final String CELLS = "io.github.consentgateway.containers.Cells#";
  private static final Vector ECHO = Routes.named(RequestRoutes.ECHO);

  @ParameterizedTest
  @MethodSource(CELLS + "none")
  @DisplayName("case 113, control: without a gate the application sees all")
  void showsAllWithoutGate(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = ask(servers.get(container, gate), "_ga=1; basket=2; zzz_unknown=3");

    assertEquals(List.of("_ga=1", "basket=2", "zzz_unknown=3"), said(reply, "cookie: "));
    assertEquals(List.of("_ga=1; basket=2; zzz_unknown=3"), said(reply, "header: "));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 113: hidden in getCookies, getHeader and getHeaders; order is kept")
  void hidesWhatIsNotGranted(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = ask(servers.get(container, gate), "_ga=1; basket=2; zzz_unknown=3; basket=4");

    assertEquals(List.of("basket=2", "basket=4"), said(reply, "cookie: "));
    assertEquals(List.of("basket=2; basket=4"), said(reply, "header: "));
    assertEquals(List.of("basket=2; basket=4"), said(reply, "headers: "));
    assertTrue(named(reply), reply::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 114: when nothing is left there is no cookie and no header")
  void hidesTheHeaderWhenNothingIsLeft(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = ask(servers.get(container, gate), "_ga=1; zzz_unknown=3");

    assertEquals(List.of("null"), said(reply, "cookies: "));
    assertEquals(List.of("null"), said(reply, "header: "));
    assertEquals(List.of(), said(reply, "headers: "));
    assertFalse(named(reply), reply::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("cases 113, 115: a granted cookie is shown, the token and other purposes are not")
  void showsWhatIsGranted(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    Reply reply = ask(server, "_ga=1; chat_visitor=2; " + server.consent() + "; basket=3");

    assertEquals(List.of("_ga=1", "basket=3"), said(reply, "cookie: "));
    assertEquals(List.of("_ga=1; basket=3"), said(reply, "header: "));
    assertEquals(List.of("_ga=1; basket=3"), said(reply, "headers: "));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("cases 101, 113: a second Cookie header is judged too")
  void readsTheTokenInSecondHeader(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);

    Reply reply = ask(server, "_ga=1; zzz_unknown=2\r\nCookie: " + server.consent());

    assertEquals(List.of("_ga=1"), said(reply, "cookie: "));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 116: the container still finds the session")
  void findsTheSession(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    Reply opened = Probe.of(Routes.named("session"), Kind.ESSENTIAL_SESSION).send(server);
    String session = opened.cookies().get(0).value();

    Reply reply = ask(server, "_ga=1; JSESSIONID=" + session);

    assertEquals(List.of("true"), said(reply, "session: "));
    assertEquals(List.of("JSESSIONID=" + session), said(reply, "cookie: "));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 117: a known cookie without consent is expired, an unknown one left alone")
  void expiresStaleCookies(Container container, Gate gate, Servers.Pool servers) {
    Reply reply = ask(servers.get(container, gate), "_ga=1; basket=2; zzz_unknown=3");

    assertTrue(reply.cookies().stream().allMatch(RequestSideTest::deletion), reply::toString);
    assertEquals(Set.of("_ga"), names(reply), reply::toString);
  }

  private static Reply ask(Running server, String cookies) {
    Ask asked = ECHO.ask().header("Connection: close").header("Cookie: " + cookies);
    String query = Probe.of(ECHO, Kind.UNKNOWN).query();
    return RawClient.send(server.port(), asked.text(Webapp.PLAIN.path, query));
  }

  /** The lines of the application's report that begin so. */
  private static List<String> said(Reply reply, String label) {
    return reply
        .body()
        .lines()
        .filter(line -> line.startsWith(label))
        .map(line -> line.substring(label.length()))
        .toList();
  }

  private static boolean named(Reply reply) {
    return said(reply, "name: ").stream().anyMatch("Cookie"::equalsIgnoreCase);
  }

  private static boolean deletion(CookieLine cookie) {
    return cookie.value().isEmpty() && cookie.attributes().contains("max-age=0");
  }

  private static Set<String> names(Reply reply) {
    return Set.copyOf(reply.cookies().stream().map(CookieLine::name).distinct().toList());
  }
}
