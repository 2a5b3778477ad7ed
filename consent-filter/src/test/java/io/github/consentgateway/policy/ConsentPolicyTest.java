package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentPolicyTest {

  @Test
  void readsEverythingThatTheFileDeclares() {
    ConsentPolicy policy = Policies.valid();

    assertEquals("https://www.example.fr", policy.site());
    assertEquals("Exemple SAS", policy.controller().name());
    assertEquals("dpo@example.fr", policy.dpo());
    assertEquals("2026-11-22", policy.version());
    assertEquals(List.of("fr", "en"), policy.languages());
    assertEquals(3, policy.purposes().size());
    assertEquals(8, policy.cookies().size());
    assertEquals("US", policy.services().get(0).country());
    assertEquals(22, policy.fingerprint().length());
    assertEquals(1, policy.warnings().size(), policy.warnings()::toString);
    assertTrue(policy.mayRead("x=1; JSESSIONID=2", 5, 15, Consent.undecided()));
  }
}
