package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.LogLines;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName(
    "TL-02, TL-07: operators are warned of what containers do with addresses beside the log")
class AddressLeakTest {

  private static final String CELLS = "io.github.consentgateway.containers.Cells#plain";

  @RegisterExtension final LogLines log = new LogLines();

  private List<String> warnings(
      Container container, Gate gate, Set<Beside> beside, boolean noting) {
    log.lines().clear();
    Running.start(container, gate, beside, noting).close();
    return log.lines().stream().filter(line -> line.contains("traffic log")).toList();
  }

  private static String named(Container container, Beside beside) {
    boolean log = beside == Beside.ACCESS_LOG;
    return switch (container) {
      case JETTY_EE10, JETTY_EE11 -> log ? "server.CustomRequestLog" : "ForwardedRequestCustomizer";
      case TOMCAT -> log ? "valves.AccessLogValve" : "valves.RemoteIpValve";
      case UNDERTOW -> log ? "accesslog.AccessLogHandler" : "ProxyPeerAddressHandler";
    };
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("of each once, by name, though two applications start behind one gate")
  void eachIsWarnedOfOnce(Container container, Gate gate) {
    List<String> warnings = warnings(container, gate, EnumSet.allOf(Beside.class), true);

    assertEquals(2, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).startsWith("Beside the traffic log"), warnings::toString);
    assertTrue(warnings.get(0).contains(named(container, Beside.ACCESS_LOG)), warnings::toString);
    assertTrue(warnings.get(0).contains("Switch it off"), warnings::toString);
    assertTrue(warnings.get(1).contains(named(container, Beside.FORWARDED)), warnings::toString);
    assertTrue(warnings.get(1).contains("trustedProxies"), warnings::toString);
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("of nothing where there is nothing, or where no traffic log is kept")
  void nobodyIsWarnedOfNothing(Container container, Gate gate) {
    Stream.of(
            warnings(container, gate, Beside.NOTHING, true),
            warnings(container, gate, EnumSet.allOf(Beside.class), false))
        .forEach(warnings -> assertEquals(List.of(), warnings));
  }

  @ParameterizedTest
  @MethodSource(CELLS)
  @DisplayName("of what is there, and not of the other")
  void onlyWhatIsThereIsWarnedOf(Container container, Gate gate) {
    for (Beside beside : Beside.values()) {
      List<String> warnings = warnings(container, gate, EnumSet.of(beside), true);
      assertEquals(1, warnings.size(), warnings::toString);
      assertTrue(warnings.get(0).contains(named(container, beside)), warnings::toString);
    }
  }
}
