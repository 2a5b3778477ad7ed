package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
    "TL-15, TL-17, RT-06: what a process leaves that ended, or had no directory, in between")
class SegmentFilesTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
  private static final int EVENTS = 5;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:20:30Z"));

  @TempDir private Path directory;

  private Path log() {
    return directory.resolve("log");
  }

  private TrafficSegments segments() {
    return new TrafficSegments(log(), SampleTraffic.SIGNER);
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.list(log())) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void record(TrafficLog log) {
    for (int i = 0; i < EVENTS; i++) {
      log.record(SampleTraffic.event(clock.instant()));
    }
  }

  /** One segment, packed. */
  private Path packed() throws IOException {
    Files.createDirectory(log());
    try (TrafficLog log = segments().open("www.example.fr", clock)) {
      record(log);
    }
    assertEquals(1, files().size());
    return files().get(0);
  }

  private static Path beside(Path packed, String ending) {
    return packed.resolveSibling(packed.getFileName().toString().replace(".gz", ending));
  }

  @Test
  @DisplayName("ended between the packed file and the removal of the other: one segment, not two")
  void bothFilesAreOneSegment() throws IOException {
    Path packed = packed();
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      Files.copy(in, beside(packed, ""));
    }
    assertEquals(
        new TrafficSegments.Verification(1, EVENTS, 0, 0, Optional.empty()),
        segments().verify(LONG_AGO));
    assertEquals(1, TrafficSegments.deleteThrough(log(), LocalDate.of(2026, 11, 27)));
    assertEquals(List.of(), files());
  }

  @Test
  @DisplayName("ended while it packed: the draft is gone no later than its segment")
  void draftsGoToo() throws IOException {
    Path packed = packed();
    Files.copy(packed, beside(packed, ".gz.new"));
    assertEquals(1, TrafficSegments.deleteThrough(log(), LocalDate.of(2026, 11, 27)));
    assertEquals(List.of(), files());
  }

  @Test
  @DisplayName(
      "a directory that is away for a while: what is lost is counted, no segment is missed")
  void directoryMayBeAway() throws Exception {
    Files.createDirectory(log());
    Path away = directory.resolve("away");
    AtomicInteger recorded = new AtomicInteger();
    try (TrafficLog log = segments().open("www.example.fr", clock)) {
      record(log);
      recorded.addAndGet(EVENTS);
      Await.until(() -> segments().verify(LONG_AGO).events() == EVENTS);
      Files.move(log(), away);
      clock.advance(Duration.ofHours(1));
      record(log);
      recorded.addAndGet(EVENTS);
      Await.until(() -> signed(away));
      Files.move(away, log());
      Await.until(
          () -> {
            record(log);
            recorded.addAndGet(EVENTS);
            return segments().verify(LONG_AGO).missing() > 0;
          });
    }
    TrafficSegments.Verification found = segments().verify(LONG_AGO);
    assertEquals(Optional.empty(), found.problem());
    assertEquals(0, found.unsigned());
    assertTrue(found.missing() >= EVENTS, found::toString);
    assertEquals(recorded.get(), found.events() + found.missing(), found::toString);
  }

  /** Its last segment has been ended, though not packed. */
  private static boolean signed(Path away) {
    TrafficSegments there = new TrafficSegments(away, SampleTraffic.SIGNER);
    return there.verify(LONG_AGO).unsigned() == 0;
  }
}
