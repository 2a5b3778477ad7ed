package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The look from outside at what a site gives to whom. */
@DisplayName("TK-16: audit prints each cookie by state, and ends with 1 at a breach")
class AuditTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int audit(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "audit";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Demo.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  @Test
  @DisplayName(
      "the demo behind its gateway: no breach, and an accepted tracker is seen as accepted")
  void gatedDemoHasNoBreach() {
    assertEquals(0, audit(), () -> out + "" + err);
    assertTrue(out.toString().endsWith(" 0 breaches\n"), out::toString);
    assertTrue(out.toString().matches("(?s).*_ga \\s*-\\s+-\\s+yes.*"), out::toString);
    assertTrue(out.toString().matches("(?s).*\\nconsent \\s*-\\s+yes\\s+yes.*"), out::toString);
  }

  @Test
  @DisplayName("positive control: the same demo without a gateway: breaches, each with its name")
  void ungatedDemoHasBreaches() {
    assertEquals(1, audit("--without-gateway"), () -> out + "" + err);
    assertTrue(
        out.toString().matches("(?s).*_ga \\s*yes.*BREACH: is given before any answer.*"),
        out::toString);
    assertTrue(out.toString().contains("outlives 390 days"), out::toString);
    assertTrue(out.toString().contains("is not in the policy"), out::toString);
  }

  @Test
  void unreachableSiteIsSaid() {
    assertEquals(2, audit("--url", "http://localhost:1/"));
    assertTrue(err.toString().contains("cannot be audited"), err::toString);
    assertEquals(2, audit("--url", "nonsense"));
    assertEquals(2, audit("--config", "none.yaml"));
  }
}
