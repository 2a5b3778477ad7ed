package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.KeyRing;
import io.github.consentgateway.token.TokenKey;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("T40: cookies fail closed, content fails open")
class FaultTest {

  @TempDir private Path directory;

  private final AtomicBoolean broken = new AtomicBoolean();
  private final KeyRing ring = KeyRing.of(TokenKey.random());
  private final TokenKeys keys =
      () -> {
        if (broken.get()) {
          throw new IllegalStateException("no keys");
        }
        return ring;
      };

  @Test
  @DisplayName("case 124")
  void brokenKeysMakeEverybodyUndecidedAndNobodysRequestFails() {
    ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .keys(keys)
            .ledger(ConsentLedger.inMemory())
            .build();
    broken.set(true);
    Stage.Head head = new Stage.Head();
    Exchange exchange =
        gateway.begin(Stage.get("/", "Cookie", "__Host-consent=a.b.c; basket=1"), head);
    assertEquals(Consent.State.UNDECIDED, exchange.consent().state());
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", "_ga=1"));
    assertEquals(Optional.of("basket=1"), exchange.add("Set-Cookie", "basket=1"));
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", "remember=1; Max-Age=60"));
    gateway.close();
  }

  @Test
  void allProblemsOfTheSetUpAreToldTogether() throws IOException {
    Path data = Files.writeString(directory.resolve("file"), "x");
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy("site: http://example.fr\n", "consent.yaml")
            .data(data)
            .base("consent/");
    SetupException refusal = assertThrows(SetupException.class, builder::build);
    List<String> problems = refusal.problems();
    assertEquals(8, problems.size(), problems::toString);
    assertTrue(problems.get(5).startsWith("consent.yaml:1:7: site is"), problems::toString);
    assertTrue(problems.get(6).startsWith(data + "/consent-keys.json: "), problems::toString);
    assertTrue(problems.get(7).startsWith("base: 'consent/'"), problems::toString);
    assertEquals(String.join(System.lineSeparator(), problems), refusal.getMessage());
  }

  @Test
  void lastOfTwoPoliciesCounts() {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .policy(directory.resolve("missing.yaml"))
            .keys(TokenKeys.of(ring))
            .ledger(ConsentLedger.inMemory());
    assertThrows(SetupException.class, builder::build);
  }

  @Test
  @DisplayName("case 92")
  void sessionCookieIsAdmittedOnlyIfItNeedsNoConsent() {
    ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "c")
            .keys(TokenKeys.of(ring))
            .ledger(ConsentLedger.inMemory())
            .build();
    gateway.admitSessionCookie("SID", Duration.ofDays(390));
    assertTrue(gateway.policy().rule("SID").isPresent());
    assertThrows(
        SetupException.class,
        () -> gateway.admitSessionCookie("SID2", Duration.ofDays(390).plusSeconds(1)));
    assertThrows(
        SetupException.class, () -> gateway.admitSessionCookie("chat_visitor", Duration.ZERO));
    gateway.coverContainer("chat_visitor");
    gateway.admitSessionCookie("chat_visitor", Duration.ZERO);
    assertFalse(gateway.policy().rule("chat_visitor").orElseThrow().exempt().isPresent());
    gateway.close();
  }
}
