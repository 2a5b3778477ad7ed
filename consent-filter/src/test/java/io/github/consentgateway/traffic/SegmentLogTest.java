package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.Await;
import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TL-15, TL-17: segments that are whole, signed, and gone in time")
class SegmentLogTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-27T10:20:30Z"));
  @TempDir private Path directory;

  private TrafficSegments segments() {
    return new TrafficSegments(directory, SampleTraffic.SIGNER);
  }

  private TrafficEvent event() {
    return SampleTraffic.event(clock.instant());
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.list(directory)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three segments of one process, of an hour each. */
  private void fill() throws InterruptedException {
    try (TrafficLog log = segments().open("www.example.fr", clock)) {
      for (int hour = 0; hour < 3; hour++) {
        int packed = hour;
        for (int i = 0; i < 5; i++) {
          log.record(event());
        }
        Await.until(
            () -> files().stream().anyMatch(f -> f.toString().contains("-" + packed + ".jsonl")));
        Await.until(() -> lines() >= 5);
        clock.advance(Duration.ofHours(1));
        Await.until(() -> packed() > packed);
      }
    }
  }

  private long packed() {
    return files().stream().filter(file -> file.toString().endsWith(".gz")).count();
  }

  private long lines() {
    List<Path> open = files().stream().filter(file -> file.toString().endsWith(".jsonl")).toList();
    try {
      return open.isEmpty() ? 0 : Files.readAllLines(open.get(0)).size();
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  @DisplayName("an hour a file, packed, for their owner only; all is read back and verified")
  void hoursAreSegments() throws Exception {
    fill();
    assertEquals(3, files().size(), () -> files().toString());
    for (Path file : files()) {
      assertTrue(file.toString().endsWith(".jsonl.gz"), file.toString());
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    Set<Long> sequence = new TreeSet<>();
    segments().forEach(event -> sequence.add(event.path("event.sequence").asLong(-1)));
    assertEquals(15, sequence.size());
    assertEquals(
        new TrafficSegments.Verification(3, 15, 0, 0, Optional.empty()),
        segments().verify(LONG_AGO));
  }

  @Test
  @DisplayName("positive control: every line that is changed, dropped, doubled or moved is named")
  void tamperingIsNamed() throws Exception {
    fill();
    Path second = files().get(1);
    byte[] before = Files.readAllBytes(second);
    List<String> lines;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(second))) {
      lines =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    }
    Path plain = second.resolveSibling(second.getFileName().toString().replace(".gz", ""));
    Files.delete(second);
    for (int at = 0; at < lines.size(); at++) {
      for (String how : List.of("change", "drop", "double", "swap")) {
        List<String> altered = new ArrayList<>(lines);
        switch (how) {
          case "change" -> altered.set(at, changed(altered.get(at)));
          case "drop" -> altered.remove(at);
          case "double" -> altered.add(at, altered.get(at));
          default -> java.util.Collections.swap(altered, at, (at + 1) % altered.size());
        }
        if (how.equals("drop") && at == lines.size() - 1) {
          continue; // the end alone: the next test
        }
        Files.write(plain, altered);
        assertTrue(
            segments().verify(LONG_AGO).problem().isPresent(), how + " " + at + ": " + altered);
      }
    }
    Files.delete(plain);
    Files.write(second, before);
    assertTrue(segments().verify(LONG_AGO).problem().isEmpty(), "and the true one is whole");
  }

  /** Another character in the middle. */
  private static String changed(String line) {
    int middle = line.length() / 2;
    char other = line.charAt(middle) == 'e' ? 'f' : 'e';
    return line.substring(0, middle) + other + line.substring(middle + 1);
  }

  @Test
  @DisplayName("a segment that is taken out, and an end that is cut off, are missed")
  void lossIsMissed() throws Exception {
    fill();
    Path second = files().get(1);
    byte[] before = Files.readAllBytes(second);
    Files.delete(second);
    assertTrue(
        segments().verify(LONG_AGO).problem().orElseThrow().contains("is missing"),
        "taken out of the middle");
    try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(before))) {
      List<String> lines =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
      Path plain = second.resolveSibling(second.getFileName().toString().replace(".gz", ""));
      Files.write(plain, lines.subList(0, lines.size() - 2));
    }
    TrafficSegments.Verification found = segments().verify(LONG_AGO);
    assertTrue(found.problem().orElseThrow().contains("does not follow"), found.toString());
  }

  @Test
  @DisplayName("RT-06: segments go when their day is due, and one that is overdue is told")
  void segmentsGoInTime() throws Exception {
    fill();
    LocalDate day = LocalDate.of(2026, 11, 27);
    assertTrue(segments().verify(day).problem().orElseThrow().contains("over its time"));
    assertEquals(0, TrafficSegments.deleteThrough(directory, day.minusDays(1)));
    assertTrue(segments().verify(day.minusDays(1)).problem().isEmpty());
    assertEquals(3, TrafficSegments.deleteThrough(directory, day));
    assertEquals(List.of(), files());
    assertEquals(0, TrafficSegments.deleteThrough(directory, day));
  }

  @Test
  @DisplayName("TL-17: a directory that is not there keeps nobody waiting; what is lost is counted")
  void lossIsCounted() throws Exception {
    Path later = directory.resolve("later");
    TrafficSegments there = new TrafficSegments(later, SampleTraffic.SIGNER);
    try (TrafficLog log = there.open("www.example.fr", clock)) {
      long begun = System.nanoTime();
      for (int i = 0; i < 20_000; i++) {
        log.record(event());
      }
      assertTrue(System.nanoTime() - begun < Duration.ofSeconds(2).toNanos(), "nobody waits");
      Files.createDirectory(later);
      Await.until(
          () -> {
            log.record(event());
            return there.verify(LONG_AGO).events() > 0;
          });
    }
    TrafficSegments.Verification found = there.verify(LONG_AGO);
    assertTrue(found.missing() > 0, found.toString());
    assertTrue(found.events() + found.missing() >= 20_000, found.toString());
    assertTrue(found.problem().isEmpty(), found.toString());
    assertFalse(found.events() == 0);
  }
}
