package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Cookies that change after or while they are added, cases 15, 16")
class ChangingCookieTest {

  static Stream<Arguments> naiveGates() {
    return cells(Gate.NAIVE);
  }

  static Stream<Arguments> completeGates() {
    return Stream.of(Gate.values()).filter(Gate::complete).flatMap(ChangingCookieTest::cells);
  }

  private static Stream<Arguments> cells(Gate gate) {
    return Stream.of(Container.values())
        .filter(container -> container.supports(gate))
        .map(container -> argumentSet(gate + " " + container, container, gate));
  }

  @ParameterizedTest
  @MethodSource("naiveGates")
  @DisplayName(
      "case 16, control: a gate that asks for the name itself is told another one than the container")
  void naiveGateIsDeceivedByChangingName(Container container, Gate gate, Servers.Pool servers) {
    List<String> names =
        names(Probe.of(ChangingRoutes.NAME, Kind.NON_ESSENTIAL).send(servers.get(container, gate)));

    assertEquals(List.of(Kind.NON_ESSENTIAL.cookie()), names);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("completeGates")
  @DisplayName("case 16: the name that was judged is the name that leaves")
  void judgesTheNameThatLeaves(Container container, Gate gate, Servers.Pool servers) {
    List<String> names =
        names(Probe.of(ChangingRoutes.NAME, Kind.NON_ESSENTIAL).send(servers.get(container, gate)));

    assertEquals(
        0, names.stream().filter(Kind.NON_ESSENTIAL.cookie()::equals).count(), names::toString);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("completeGates")
  @DisplayName("case 15: a change after addCookie does not reach the wire")
  void sendsTheCookieAsItWasWhenAdded(Container container, Gate gate, Servers.Pool servers) {
    Probe probe = Probe.of(ChangingRoutes.MUTATED, Kind.ESSENTIAL);

    List<CookieLine> cookies = probe.send(servers.get(container, gate)).cookies();

    assertEquals(List.of(probe.value()), cookies.stream().map(CookieLine::value).toList());
    assertEquals(
        List.of(true),
        cookies.stream().map(cookie -> cookie.attributes().contains("max-age=3600")).toList());
  }

  private static List<String> names(Reply reply) {
    return reply.cookies().stream().map(CookieLine::name).toList();
  }
}
