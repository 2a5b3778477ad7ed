package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficEvent.Origin;
import io.github.consentgateway.traffic.TrafficLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is noted of signals, and of clients where there is no key. */
class TrafficSignalTest {

  /** A log that keeps what it is told. */
  private static final class Events implements TrafficLog {
    private final List<TrafficEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void record(TrafficEvent event) {
      events.add(event);
    }

    @Override
    public void close() {}
  }

  private final Events log = new Events();

  private TrafficEvent noted(ConsentGateway gateway, Stage.Asked request) {
    log.events.clear();
    Exchange exchange = gateway.begin(request, new Stage.Head());
    assertTrue(exchange.answer().isEmpty(), "it is served");
    exchange.finish(200, OptionalLong.empty(), Optional.empty());
    assertEquals(1, log.events.size());
    return log.events.get(0);
  }

  @ParameterizedTest
  @DisplayName("log test 45: a GPC signal is noted for the value 1 and no other")
  @CsvSource({
    "1, true",
    "0, false",
    "true, false",
    "' 1', false",
    "'1 ', false",
    "'1, 1', false",
    "1;x, false",
    "01, false",
    "11, false",
    "?1, false",
    "'', false"
  })
  void onlyOneIsNoted(String value, boolean expected) {
    try (ConsentGateway gateway = LeastGateway.least().traffic(log).build()) {
      assertEquals(expected, noted(gateway, Stage.get("/", "Sec-GPC", value)).standing().gpc());
      TrafficEvent without = noted(gateway, Stage.get("/", "X-Sec-GPC", value));
      assertEquals(false, without.standing().gpc());
    }
  }

  @Test
  @DisplayName(
      "log test 20: without a key the request is served, and nothing stands for its client")
  void nothingStandsForAnybodyWithoutKey(@TempDir Path data) {
    SettableClock now = new SettableClock(Instant.now());
    try (ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .data(data)
            .ledger(SqliteFile.at(data.resolve("shared.db")))
            .clock(now)
            .traffic(log)
            .shareTrafficKeys(true)
            .build()) {
      Origin before = noted(gateway, Stage.get("/")).origin();
      assertTrue(before.client().isPresent() && before.network().isPresent(), "positive control");

      now.advance(Duration.ofDays(40));
      TrafficEvent event = noted(gateway, Stage.get("/"));
      assertEquals(Optional.empty(), event.origin().epoch());
      assertEquals(Optional.empty(), event.origin().client());
      assertEquals(Optional.empty(), event.origin().network());
      assertTrue(event.json().contains("\"pseudonym.status\":\"unavailable\""), event.json());
      assertTrue(event.json().contains("\"client.id\":null"), event.json());
    }
  }
}
