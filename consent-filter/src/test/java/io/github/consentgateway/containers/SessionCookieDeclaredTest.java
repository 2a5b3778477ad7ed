package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A container session cookie that the policy declares non-essential, cases 91, 92")
class SessionCookieDeclaredTest {
  private static final String POLICY =
      Gate.policy()
          + "  - { name: JSESSIONID, purposes: [audience], provider: Exemple SAS,"
          + " lifetime: session, thirdPartyAccess: false }\n";

  @Test
  @DisplayName("case 92: the filter, which could not hold it back, refuses to start")
  void filterRefusesToStart() {
    try (Host jetty = new JettyEe10Host();
        var gateway = Gate.gateway(POLICY)) {
      Exception refusal =
          assertThrows(Exception.class, () -> jetty.start(Gate.FILTER.open(gateway)));

      assertTrue(refusal.toString().contains("JSESSIONID"), refusal::toString);
    }
  }

  @Test
  @DisplayName("case 91: the Jetty handler holds it back")
  void handlerHoldsItBack() throws Exception {
    try (Host jetty = new JettyEe10Host();
        var gateway = Gate.gateway(POLICY)) {
      jetty.start(Gate.HANDLER.open(gateway));

      Reply reply = RawClient.send(jetty.port(), request());

      assertEquals(List.of(), reply.cookies());
      assertEquals(200, reply.heads().get(0).code());
    }
  }

  private static String request() {
    Probe probe = Probe.of(Routes.named("session"), Kind.ESSENTIAL_SESSION);
    Ask asked = probe.route().ask().header("Connection: close");
    return asked.text(Webapp.PLAIN.path, probe.query());
  }
}
