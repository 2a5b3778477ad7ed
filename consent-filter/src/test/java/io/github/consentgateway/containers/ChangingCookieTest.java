package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Cookies that change after or while they are added, cases 15, 16, 29")
class ChangingCookieTest {
  private static final String CELLS = "io.github.consentgateway.containers.Cells#";

  @ParameterizedTest
  @MethodSource(CELLS + "naive")
  @DisplayName("case 16, control: a gate that asks for the name is told another than the container")
  void naiveGateIsDeceivedByChangingName(Container container, Gate gate, Servers.Pool servers) {
    assertEquals(List.of("_ga"), names(servers.get(container, gate), ChangingRoutes.NAME));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 16: the name that was judged is the name that leaves")
  void judgesTheNameThatLeaves(Container container, Gate gate, Servers.Pool servers) {
    List<String> names = names(servers.get(container, gate), ChangingRoutes.NAME);

    assertFalse(names.contains("_ga"), names::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS + "none")
  @DisplayName("case 29, control: setHeader takes the place of an earlier cookie")
  void setHeaderReplacesWithoutGate(Container container, Gate gate, Servers.Pool servers) {
    assertEquals(List.of("_ga"), names(servers.get(container, gate), ChangingRoutes.REPLACED));
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 29: what setHeader puts in the place of another cookie is judged too")
  void judgesWhatReplacesAnother(Container container, Gate gate, Servers.Pool servers) {
    List<String> names = names(servers.get(container, gate), ChangingRoutes.REPLACED);

    assertFalse(names.contains("_ga"), names::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 29: a refused setHeader leaves an earlier allowed cookie as it is")
  void refusedSetHeaderLeavesTheEarlierCookie(
      Container container, Gate gate, Servers.Pool servers) {
    assertEquals(List.of("basket"), names(servers.get(container, gate), ChangingRoutes.REPLACED));
  }

  private static List<String> names(Running server, Vector route) {
    Reply reply = Probe.of(route, Kind.NON_ESSENTIAL).send(server);
    return reply.cookies().stream().map(CookieLine::name).toList();
  }

  @ParameterizedTest
  @MethodSource(CELLS + "complete")
  @DisplayName("case 15: a change after addCookie does not reach the wire")
  void sendsTheCookieAsItWasWhenAdded(Container container, Gate gate, Servers.Pool servers) {
    Probe probe = Probe.of(ChangingRoutes.MUTATED, Kind.ESSENTIAL);

    Reply reply = probe.send(servers.get(container, gate));

    assertEquals(1, reply.cookies().size(), reply::toString);
    probe.checkThatCookiesAreWhole(reply);
  }
}
