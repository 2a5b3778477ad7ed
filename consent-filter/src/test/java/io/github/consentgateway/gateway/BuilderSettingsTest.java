package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.LeastGateway.ask;
import static io.github.consentgateway.gateway.LeastGateway.least;
import static io.github.consentgateway.gateway.LeastGateway.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.token.TokenKeys;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every setting of the builder has an effect, and what is not set has its default. */
class BuilderSettingsTest {

  @TempDir private Path directory;

  private static String token(ConsentGateway gateway) {
    Exchange choice = gateway.begin(Stage.post("/consent", "choice=refuse"), new Stage.Head());
    String pair = Stage.cookiePair(choice.answer().orElseThrow());
    return pair.substring(pair.indexOf('=') + 1);
  }

  private static String part(String token, int number) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[number]), StandardCharsets.UTF_8);
  }

  private static boolean answers(ConsentGateway gateway, String path) {
    return gateway.begin(Stage.get(path), new Stage.Head()).answer().isPresent();
  }

  @Test
  void listsAllSettings() {
    Set<String> settings =
        Stream.of(ConsentGatewayBuilder.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(
        new TreeSet<>(
            Set.of(
                "policy",
                "site",
                "data",
                "keys",
                "signingKeys",
                "recordKeys",
                "onWithdraw",
                "disposal",
                "ledger",
                "grantsPerMinute",
                "traffic",
                "trafficKeptFor",
                "shareTrafficKeys",
                "trustedProxies",
                "routes",
                "base",
                "clock",
                "build")),
        settings,
        "a new setting needs a test below");
  }

  @Test
  @DisplayName("defaults: the policy's site, /consent, the system's clock")
  void listsAllDefaults() {
    assertEquals(Stage.SITE, ask(builder -> builder, gateway -> gateway.policy().site()));
    assertEquals(true, ask(builder -> builder, gateway -> answers(gateway, "/consent")));
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    LocalDate day = ask(builder -> builder, gateway -> day(token(gateway)));
    assertTrue(!day.isBefore(before) && !day.isAfter(LocalDate.now(ZoneOffset.UTC)), day::toString);
  }

  private static LocalDate day(String token) {
    String iat = part(token, 1).replaceAll(".*\"iat\":(\\d+).*", "$1");
    return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(iat)), ZoneOffset.UTC);
  }

  @Test
  @DisplayName("defaults: consent.yaml in the working directory, and no place for keys")
  void asksForWhatHasNoDefault() {
    String refusal = refusal(ConsentGateway.builder());

    assertTrue(refusal.contains("consent.yaml: there is no such file"), refusal);
    assertTrue(refusal.contains("data: no directory is set"), refusal);
  }

  @Test
  void takesThePolicyFromAFileATextOrAnObject() throws IOException {
    String yaml = Stage.yaml().replace("www.example.fr", "shop.example.fr");
    Path file = Files.writeString(directory.resolve("other.yaml"), yaml);
    ConsentPolicy policy = ConsentPolicy.parse(yaml, "x");
    String expected = "https://shop.example.fr";

    assertEquals(expected, ask(b -> b.policy(file), gateway -> gateway.policy().site()));
    assertEquals(expected, ask(b -> b.policy(yaml, "x"), gateway -> gateway.policy().site()));
    assertEquals(expected, ask(b -> b.policy(policy), gateway -> gateway.policy().site()));
  }

  @Test
  void namesTheTextOfAPolicyInItsMessages() {
    assertTrue(refusal(least().policy("site: x\n", "the text")).startsWith("the text:1:"));
  }

  @Test
  void takesAnotherSite() {
    String other = "http://localhost:9";

    assertEquals(other, ask(b -> b.site(other), gateway -> gateway.policy().site()));
    assertTrue(refusal(least().site("http://example.fr")).startsWith("site: "));
  }

  @Test
  void keepsKeysInTheDataDirectory() {
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .data(directory.resolve("data"))
            .build()) {
      for (String file :
          List.of(
              "consent-keys.json",
              "consent-signing-keys.json",
              "consent-record-keys.json",
              "consent-ledger.db")) {
        assertTrue(Files.exists(directory.resolve("data").resolve(file)), file);
      }
      assertTrue(answers(gateway, "/consent"));
    }
  }

  @Test
  @DisplayName("keys go before the data directory, which is not even made then")
  void signsWithTheKeysThatAreSet() {
    Path data = directory.resolve("data");

    String token =
        ask(b -> b.data(data).signingKeys(SigningKeys.random()), BuilderSettingsTest::token);

    assertTrue(part(token, 0).contains("\"kid\":\"of-this-test\""), () -> part(token, 0));
    assertTrue(Files.notExists(data));
  }

  @Test
  @DisplayName("RT-11: records are sealed with the keys that are set, and need no file then")
  void sealsWithTheKeysThatAreSet() {
    Path data = directory.resolve("sealed");
    RecordKeys records = RecordKeys.passing(Clock.systemUTC());

    ConsentGatewayBuilder builder =
        ConsentGateway.builder().policy(Stage.yaml(), "consent.yaml").data(data);

    builder.recordKeys(records).build().close();

    assertTrue(Files.notExists(data.resolve("consent-record-keys.json")));
    String refused = refusal(builder.recordKeys(RecordKeys.passing(Clock.systemUTC())));
    assertTrue(refused.contains("other keys"), refused);
    builder.recordKeys(records).build().close();
  }

  @Test
  @DisplayName("RT-02 to RT-05: a disposal runs at the start; one without a database is refused")
  void disposesOfTheApplicationsData() {
    List<LocalDate> asked = new ArrayList<>();
    Disposal prospects = disposal("PROSPECT", asked);
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .data(directory.resolve("own"));

    builder.disposal(prospects).build().close();

    assertEquals(1, asked.size());
    assertTrue(refusal(least().disposal(prospects)).contains("needs a database"));
    String unknown = refusal(builder.disposal(disposal("ALL", asked)));
    assertTrue(unknown.contains("ALL is no class"), unknown);
  }

  private static Disposal disposal(String name, List<LocalDate> asked) {
    return new Disposal() {
      @Override
      public String retentionClass() {
        return name;
      }

      @Override
      public long deleteThrough(LocalDate day) {
        asked.add(day);
        return 0;
      }
    };
  }

  @Test
  @DisplayName("TK-01: a consent goes to the ledger that is set, and none without a ledger")
  void recordsInTheLedgerThatIsSet() {
    ConsentLedger ledger = ConsentLedger.inMemory();

    ask(
        b -> b.ledger(ledger),
        gateway ->
            gateway
                .begin(
                    Stage.post(
                        "/consent",
                        "choice=accept&asked=" + Stage.asked(gateway.policy().purposes())),
                    new Stage.Head())
                .answer());

    assertEquals(1, ledger.publications().size());
    String refusal =
        refusal(ConsentGateway.builder().policy(Stage.yaml(), "c").keys(TokenKeys.random()));
    assertTrue(refusal.startsWith("ledger: none is set"), refusal);
  }

  @Test
  @DisplayName("so many consents a minute from one client, then 429")
  void limitsGrants() {
    int refused =
        ask(
            b -> b.grantsPerMinute(1),
            gateway -> {
              String form = "choice=accept&asked=" + Stage.asked(gateway.policy().purposes());
              gateway.begin(Stage.post("/consent", form), new Stage.Head()).answer();
              return gateway
                  .begin(Stage.post("/consent", form), new Stage.Head())
                  .answer()
                  .orElseThrow()
                  .status();
            });
    assertEquals(429, refused);
    assertEquals("grantsPerMinute: 0; at least 1 is allowed", refusal(least().grantsPerMinute(0)));
  }

  @Test
  void movesItsPages() {
    assertEquals(true, ask(b -> b.base("/privacy/choice"), g -> answers(g, "/privacy/choice")));
    assertEquals(false, ask(b -> b.base("/privacy/choice"), g -> answers(g, "/consent")));
  }

  @Test
  void countsByItsClock() {
    SettableClock clock = new SettableClock(Instant.parse("2031-02-03T04:05:06Z"));

    assertEquals(
        LocalDate.of(2031, 2, 3), ask(b -> b.clock(clock), gateway -> day(token(gateway))));
  }
}
