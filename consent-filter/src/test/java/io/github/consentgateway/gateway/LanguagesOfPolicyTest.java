package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy may name only languages in which visitors can be asked. */
class LanguagesOfPolicyTest {

  private static final String IN_KLINGON =
      Stage.yaml().replace("[fr, en]", "[fr, tlh]").replace("en: ", "tlh: ");

  @TempDir private Path folder;

  @Test
  @DisplayName("UI-19: without texts in a language the gateway does not start")
  void startIsRefused() {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy(IN_KLINGON, "consent.yaml")
            .keys(TokenKeys.random())
            .ledger(ConsentLedger.inMemory())
            .base("consent");
    SetupException refusal = assertThrows(SetupException.class, builder::build);

    assertEquals(2, refusal.problems().size(), refusal::getMessage);
    assertTrue(refusal.problems().toString().contains("\"tlh\" has no texts"));
  }

  @Test
  @DisplayName("a running gateway keeps the last good policy")
  void runningGatewayKeepsItsLanguages() throws IOException {
    Path file = folder.resolve("consent.yaml");
    Files.writeString(file, Stage.yaml());
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(file)
            .keys(TokenKeys.random())
            .ledger(ConsentLedger.inMemory())
            .build()) {
      Files.writeString(file, IN_KLINGON);
      assertThrows(SetupException.class, gateway::refresh);

      assertEquals(List.of("fr", "en"), gateway.policy().languages());
    }
  }
}
