package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.TrafficSegments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TL-15, TL-17, log tests 31 and 42: 64 threads at once, over hours and midnight")
class TrafficLoadTest {

  private static final int THREADS = 64;
  private static final int HOURS = 4;
  private static final int REQUESTS = 200;
  private static final JsonMapper JSON = new JsonMapper();

  /** Not in whole seconds, as no clock is. */
  private final SettableClock clock =
      new SettableClock(Instant.parse("2026-11-27T21:59:58.123456789Z"));

  private final SigningKeys keys = SigningKeys.random();
  private final AtomicInteger requests = new AtomicInteger();

  @TempDir private Path directory;

  private Path log() {
    return directory.resolve("traffic");
  }

  private TrafficSegments segments() {
    return new TrafficSegments(log(), new EvidenceSegmentSigner(keys));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(log())) {
      return found.sorted().toList();
    }
  }

  private boolean anyPacked(int at) {
    try {
      return files().stream().filter(file -> file.toString().endsWith(".gz")).count() >= at;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void ask(ConsentGateway gateway, int thread) {
    for (int i = 0; i < REQUESTS; i++) {
      String client = "198.51." + thread + "." + i % 250;
      Exchange exchange =
          gateway.begin(
              Stage.get("/shop/" + i, "Test-Client", client, "User-Agent", "x\n\"Firefox/" + i),
              new Stage.Head());
      exchange.finish(200, OptionalLong.of(i), Optional.empty());
      requests.incrementAndGet();
    }
  }

  /** Each hour all threads ask at once, while the one before is being packed. */
  private void load() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (ConsentGateway gateway =
        LeastGateway.least()
            .ledger(SqliteFile.at(directory.resolve("ledger.db")))
            .recordKeys(RecordKeys.passing(clock))
            .signingKeys(keys)
            .clock(clock)
            .traffic(log())
            .build()) {
      for (int hour = 0; hour < HOURS; hour++) {
        List<Future<?>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int thread = i;
          threads.add(pool.submit(() -> ask(gateway, thread)));
        }
        clock.advance(Duration.ofSeconds(2));
        for (Future<?> thread : threads) {
          thread.get();
        }
        int packed = hour + 1;
        clock.advance(Duration.ofHours(1));
        Await.until(() -> anyPacked(packed));
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  @DisplayName("every line parses, all is whole, and what is not there is counted")
  void everyLineIsThere() throws Exception {
    load();
    TrafficSegments.Verification found = segments().verify(LocalDate.EPOCH);
    System.out.println(found);
    assertEquals(Optional.empty(), found.problem());
    assertEquals(0, found.unsigned());
    assertTrue(found.segments() >= HOURS, found::toString);
    assertEquals(THREADS * REQUESTS * HOURS, requests.get());
    assertEquals(requests.get(), found.events() + found.missing(), found::toString);
    assertTrue(found.events() > THREADS * REQUESTS / 2, found::toString);

    Set<Long> sequence = new TreeSet<>();
    Set<List<String>> names = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    Set<String> epochs = new TreeSet<>();
    for (Path file : files()) {
      for (String line : lines(file)) {
        check(line, file);
        JsonNode read = JSON.readTree(line);
        if (read.path("event.dataset").asText().equals("consentgate.traffic")) {
          assertTrue(sequence.add(read.path("event.sequence").asLong(-1)), line);
          List<String> keysOfLine = new ArrayList<>();
          read.fieldNames().forEachRemaining(keysOfLine::add);
          names.add(keysOfLine);
          epochs.add(read.path("epoch").asText());
        }
      }
    }
    assertEquals(1, names.size(), names::toString);
    assertEquals(2, epochs.size(), "of two days: " + epochs);
    assertEquals(found.events(), sequence.size());
    assertTrue(sequence.contains(0L) && sequence.contains(found.events() - 1), "without a hole");
  }

  /** Whatever file it is in: short, and no fraction of a second. */
  private static void check(String line, Path file) {
    assertTrue(line.length() < 2_048, line);
    assertTrue(!line.matches(".*:\\d\\d[.,]\\d.*"), () -> file + ": " + line);
    assertTrue(!line.contains("198.51."), line);
  }
}
