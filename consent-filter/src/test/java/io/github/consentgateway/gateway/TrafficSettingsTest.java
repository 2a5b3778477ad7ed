package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.LeastGateway.ask;
import static io.github.consentgateway.gateway.LeastGateway.least;
import static io.github.consentgateway.gateway.LeastGateway.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficLog;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator says about the traffic log. */
class TrafficSettingsTest {

  @TempDir private Path directory;

  /** A log that keeps what it is told, as text. */
  private static final class Lines implements TrafficLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void record(TrafficEvent event) {
      lines.add(event.json());
    }

    @Override
    public void close() {
      lines.add("closed");
    }
  }

  private static String noted(UnaryOperator<ConsentGatewayBuilder> setting, Stage.Asked request) {
    Lines log = new Lines();
    ask(
        setting.andThen(builder -> builder.traffic(log))::apply,
        gateway -> {
          Exchange exchange = gateway.begin(request, new Stage.Head());
          exchange.finish(200, OptionalLong.of(1_000), Optional.of(Duration.ofSeconds(90)));
          exchange.finish(500, OptionalLong.empty(), Optional.empty());
          return true;
        });
    assertEquals(2, log.lines.size(), "once, and closed with the gateway");
    assertEquals("closed", log.lines.get(1));
    return log.lines.get(0);
  }

  @Test
  @DisplayName(
      "TL-07, TL-12: traffic to a log of one's own, under patterns, behind trusted proxies")
  void trafficIsNoted() {
    Stage.Asked order = Stage.get("/orders/4711?q=1", "X-Forwarded-For", "203.0.113.9");
    String bare = noted(builder -> builder, order);
    assertTrue(bare.contains("\"http.route\":\"other\""), bare);
    assertTrue(bare.contains("\"client.source\":\"direct\""), bare);
    assertTrue(bare.contains("\"http.response.size.log2\":9"), bare);
    assertTrue(bare.contains("\"session.duration.log2s\":6"), bare);
    String behind =
        noted(
            builder ->
                builder
                    .routes(List.of("/orders", "/orders/{id}"))
                    .trustedProxies(
                        TrustedProxies.of(
                            List.of("192.0.2.0/24"), TrustedProxies.Field.X_FORWARDED_FOR)),
            order);
    assertTrue(behind.contains("\"http.route\":\"/orders/{id}\""), behind);
    assertTrue(behind.contains("\"client.source\":\"x_forwarded_for\""), behind);
    assertFalse(behind.contains("4711"), behind);
    String refused = refusal(least().routes(List.of("orders", "/a b", "/ok/{id}")));
    assertTrue(refused.contains("routes: 'orders'") && refused.contains("'/a b'"), refused);
    assertFalse(refused.contains("/ok"), refused);
  }

  @Test
  @DisplayName("RT-06, log test 40: traffic in files, which the retention engine deletes")
  void trafficIsKeptInFiles() throws IOException {
    Path files = directory.resolve("traffic");
    SettableClock clock = new SettableClock(Stage.NOON);
    SigningKeys keys = SigningKeys.random();
    RecordKeys months = RecordKeys.passing(clock);
    UnaryOperator<ConsentGatewayBuilder> setting =
        builder ->
            builder
                .ledger(SqliteFile.at(directory.resolve("ledger.db")))
                .recordKeys(months)
                .signingKeys(keys)
                .clock(clock)
                .traffic(files);
    ask(
        setting,
        gateway -> {
          gateway
              .begin(Stage.get("/"), new Stage.Head())
              .finish(200, OptionalLong.empty(), Optional.empty());
          return true;
        });
    LocalDate day = LocalDate.ofInstant(Stage.NOON, ZoneOffset.UTC);
    TrafficSegments kept = new TrafficSegments(files, new EvidenceSegmentSigner(keys));
    assertEquals(
        new TrafficSegments.Verification(1, 1, 0, 0, Optional.empty()),
        kept.verify(day.minusDays(1)));
    String journal = Files.readString(files.resolve("traffic-keys.jsonl"));
    assertEquals(2, journal.lines().count(), journal);
    assertTrue(journal.contains("key.created") && journal.contains("key.destroyed"), journal);
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files)));
    String refused = refusal(least().traffic(files));
    assertTrue(refused.contains("traffic: files need a database"), refused);
    clock.advance(Duration.ofDays(29));
    ask(builder -> setting.apply(builder).trafficKeptFor(Period.ofMonths(1)), gateway -> true);
    assertEquals(1, kept.verify(LocalDate.EPOCH).segments(), "not a month yet");
    clock.advance(Duration.ofDays(2));
    ask(builder -> setting.apply(builder).trafficKeptFor(Period.ofMonths(1)), gateway -> true);
    assertEquals(0, kept.verify(LocalDate.EPOCH).segments());
  }

  @Test
  @DisplayName("TL-14: visitors are told of the log and how long it is kept, if there is one")
  void visitorsAreTold() {
    Stage.Asked policy = Stage.get("/consent/cookies?lang=en");
    Function<ConsentGateway, String> page =
        gateway -> gateway.begin(policy, new Stage.Head()).answer().orElseThrow().body();
    String told = "a pseudonym takes its place";

    assertFalse(ask(builder -> builder, page).contains(told));
    String noted = ask(b -> b.traffic(new Lines()).trafficKeptFor(Period.ofMonths(3)), page);
    assertTrue(noted.contains(told) && noted.contains("Kept for 3 months at most."), noted);
    String days = ask(b -> b.traffic(new Lines()).trafficKeptFor(Period.ofDays(20)), page);
    assertTrue(days.contains("Kept for 20 days at most."), days);
  }

  private String client(boolean shared, DataSource database, Path data) {
    Lines log = new Lines();
    SettableClock now = new SettableClock(Instant.now());
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .data(data)
            .ledger(database)
            .clock(now)
            .traffic(log)
            .shareTrafficKeys(shared)
            .build()) {
      gateway
          .begin(Stage.get("/"), new Stage.Head())
          .finish(200, OptionalLong.empty(), Optional.empty());
    }
    return log.lines.get(0).replaceAll(".*\"client.id\":(\"[^\"]+\"|null).*", "$1");
  }

  @Test
  @DisplayName("TL-05: nodes of one database give a client the same pseudonym, if they are told to")
  void nodesShareKeys() {
    DataSource database = SqliteFile.at(directory.resolve("shared.db"));

    String one = client(true, database, directory);
    assertEquals(18, one.length(), one);
    assertEquals(one, client(true, database, directory), "another node, or the same again");
    assertNotEquals(one, client(false, database, directory), "by default each has its own");
    String refused = refusal(least().shareTrafficKeys(true));
    assertTrue(refused.contains("shareTrafficKeys: needs a database"), refused);
  }

  @ParameterizedTest
  @DisplayName("RT-06: a day at least, and a year at most")
  @CsvSource({
    "P0D, false",
    "P1D, true",
    "P6M, true",
    "P1Y, true",
    "P365D, true",
    "P366D, false",
    "P13M, false",
    "-P1D, false"
  })
  void trafficIsKeptForAYearAtMost(String period, boolean allowed) {
    ConsentGatewayBuilder builder = least().trafficKeptFor(Period.parse(period));
    if (allowed) {
      builder.build().close();
    } else {
      assertTrue(refusal(builder).contains("from P1D to P365D is allowed"));
    }
  }
}
