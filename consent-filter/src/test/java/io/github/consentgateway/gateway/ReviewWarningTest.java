package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.LogLines;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CK-08: a review of the exempt audience measurement 12 months ago is warned of")
class ReviewWarningTest {

  private static final String MEASUREMENT =
      """
        - { name: visits, exempt: AUDIENCE_EXEMPT, why: counts visits for us alone, lifetime: P13M, firstParty: true, thirdPartyAccess: false, sliding: false, dataRetention: P25M, reviewedOn: %s }
      """;

  @TempDir private Path directory;

  @RegisterExtension final LogLines log = new LogLines();
  private final List<String> warnings = log.lines();

  private Path reviewed(String day) throws IOException {
    String cookies = "cookies:\n";
    return Files.writeString(
        directory.resolve("consent.yaml"),
        Stage.yaml().replace(cookies, cookies + MEASUREMENT.formatted(day)));
  }

  private ConsentGateway open(Path policy) {
    return ConsentGateway.builder()
        .policy(policy)
        .keys(TokenKeys.random())
        .ledger(ConsentLedger.inMemory())
        .clock(new SettableClock(Stage.NOON))
        .build();
  }

  private void assertWarned(boolean stale, Path policy, String day) {
    if (stale) {
      assertEquals(1, warnings.size(), warnings::toString);
      assertTrue(warnings.get(0).startsWith(policy + ":21:"), warnings::toString);
      assertTrue(warnings.get(0).contains("is " + day + ", 12 months ago or more"));
    } else {
      assertEquals(List.of(), warnings);
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-11-22, true", "2025-11-23, true", "2025-11-24, false", "2026-11-23, false"})
  void isSaidWhenTheSiteStarts(String day, boolean stale) throws IOException {
    Path policy = reviewed(day);

    open(policy).close();

    assertWarned(stale, policy, day);
  }

  @ParameterizedTest
  @CsvSource({"2025-11-22, true", "2025-11-23, true", "2025-11-24, false", "2026-11-23, false"})
  void isSaidWhenTheFileChanges(String day, boolean stale) throws IOException {
    Path policy = reviewed("2026-11-01");
    try (ConsentGateway gateway = open(policy)) {
      reviewed(day);

      gateway.refresh();
      gateway.refresh();

      assertEquals(LocalDate.parse(day), reviewedOn(gateway), "the policy is used all the same");
      assertWarned(stale, policy, day);
    }
  }

  private static LocalDate reviewedOn(ConsentGateway gateway) {
    return gateway.policy().rule("visits").flatMap(CookieRule::audience).orElseThrow().reviewedOn();
  }

  @Test
  void isSaidOfAPolicyThatIsNoFile() throws IOException {
    String yaml = Files.readString(reviewed("2025-11-23"));

    ConsentGateway.builder()
        .policy(yaml, "/WEB-INF/consent.yaml")
        .keys(TokenKeys.random())
        .ledger(ConsentLedger.inMemory())
        .clock(new SettableClock(Stage.NOON))
        .build()
        .close();

    assertEquals(1, warnings.size(), warnings::toString);
    assertTrue(warnings.get(0).startsWith("/WEB-INF/consent.yaml:21:"), warnings::toString);
  }
}
