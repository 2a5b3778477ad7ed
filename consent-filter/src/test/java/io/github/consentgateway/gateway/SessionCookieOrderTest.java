package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.token.TokenKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("cases 90-92: what edges say of session cookies counts in whatever order they say it")
class SessionCookieOrderTest {

  private static final String EXEMPT =
      "  - { name: JSESSIONID, exempt: AUTHENTICATION, why: \"keeps the visitor signed in\","
          + " lifetime: session }\n";

  private final AtomicReference<ConsentPolicy> file = new AtomicReference<>(policy(""));

  private static ConsentPolicy policy(String cookie) {
    return ConsentPolicy.parse(Stage.yaml().replace("headers:", cookie + "headers:"), "c.yaml");
  }

  private ConsentGateway gateway() {
    return new ConsentGateway(
        new Settings(
            file::get,
            TokenKeys.random(),
            List.of(),
            new ConsentPages(SessionCookieOrderTest.class.getClassLoader()),
            new Evidence(
                ConsentLedger.inMemory(),
                SigningKeys.random(),
                new Announcements(List.of()),
                new EndedOnce(),
                Clock.systemUTC()),
            Optional.empty(),
            () -> {},
            "/consent",
            1,
            Clock.systemUTC()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
  void everyOrderEndsInTheSamePolicy(String order) {
    List<Consumer<ConsentGateway>> edges =
        List.of(
            ConsentHandler::new,
            gateway -> gateway.admitSessionCookie("SID", Duration.ofDays(1)),
            gateway -> gateway.admitSessionCookie("JSESSIONID", Duration.ZERO));
    try (ConsentGateway gateway = gateway()) {
      order.chars().forEach(i -> edges.get(i - '0').accept(gateway));
      assertTrue(gateway.policy().rule("SID").isPresent());
      assertTrue(gateway.policy().rule("JSESSIONID").isPresent());
    }
  }

  @Test
  @DisplayName("a policy that stops naming the session cookie does not end the sessions")
  void handlerAdmitsTheCookieOfALaterPolicyToo() {
    file.set(policy(EXEMPT));
    try (ConsentGateway gateway = gateway()) {
      new ConsentHandler(gateway);
      file.set(policy(""));
      gateway.admitSessionCookie("SID", Duration.ZERO);
      assertEquals(
          "keeps the session together",
          gateway.policy().rule("JSESSIONID").orElseThrow().why().orElseThrow());
    }
  }
}
