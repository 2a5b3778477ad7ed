package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName("Early hints, case 81")
class EarlyHintsTest {

  @ParameterizedTest
  @MethodSource("io.github.consentgateway.containers.Cells#all")
  void keepsTheLinkInTheEarlyHints(Container container, Gate gate, Servers.Pool servers) {
    Probe probe = Probe.of(Routes.named("early-hints-addHeader"), Kind.NON_ESSENTIAL);

    Head hints = probe.send(servers.get(container, gate)).heads().get(0);

    assertEquals(103, hints.code());
    assertTrue(hints.value("Link").startsWith("</a.css>"), hints::toString);
  }
}
