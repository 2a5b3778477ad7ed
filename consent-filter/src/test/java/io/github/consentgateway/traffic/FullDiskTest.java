package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The operating system refuses to make the file any longer, in the middle of a line. */
@DisabledOnOs(OS.WINDOWS)
@DisplayName("TL-17: no more room: nobody waits, nothing is thrown, and what is lost is counted")
class FullDiskTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
  private static final Pattern SAID = Pattern.compile("(?s).*recorded (\\d+) slowest (\\d+)\\s*");

  /** In blocks of 512 or 1,024 octets, as the shell counts: some hundred lines. */
  private static final String LIMIT = "ulimit -f 4000; exec \"$@\"";

  @TempDir private static Path directory;

  private static String said = "";

  @BeforeAll
  static void write() throws Exception {
    Files.createDirectory(log());
    List<String> command = new ArrayList<>(List.of("sh", "-c", LIMIT, "sh"));
    command.addAll(
        ChildJvm.of(
                FullDiskProcess.class,
                List.of("-XX:-UsePerfData"),
                log().toString(),
                keys().toString())
            .command());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static Path log() {
    return directory.resolve("log");
  }

  private static Path keys() {
    return directory.resolve("keys.json");
  }

  private static long said(int group) {
    Matcher read = SAID.matcher(said);
    assertTrue(read.matches(), said);
    return Long.parseLong(read.group(group));
  }

  private static TrafficSegments segments() {
    return new TrafficSegments(log(), SampleTraffic.signer(keys()));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(log())) {
      return found.sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The segment that had no room, which nobody could sign or pack. */
  private static Path broken() throws IOException {
    List<Path> open = files().stream().filter(file -> file.toString().endsWith(".jsonl")).toList();
    assertEquals(1, open.size(), () -> open + said);
    return open.get(0);
  }

  @Test
  @DisplayName("one warning, and no event took long")
  void nobodyWaits() {
    String warning = "The traffic log cannot be written (java.io.IOException)";
    assertEquals(2, said.split(Pattern.quote(warning), -1).length, said);
    assertTrue(said(2) < Duration.ofSeconds(2).toNanos(), said);
  }

  @Test
  @DisplayName("it went on in another segment; what is there and what is missing is all there was")
  void nothingIsLostUncounted() throws IOException {
    TrafficSegments.Verification found = segments().verify(LONG_AGO);

    assertTrue(found.problem().isEmpty(), found + said);
    assertTrue(found.missing() > 0, "positive control: it had no room: " + found);
    assertEquals(2, found.segments(), found::toString);
    assertEquals(1, found.unsigned(), found::toString);
    assertEquals(said(1), found.events() + found.missing(), found + said);
    List<Long> sequence = new ArrayList<>();
    segments().forEach(event -> sequence.add(event.path("event.sequence").asLong(-1)));
    for (int i = 0; i < sequence.size(); i++) {
      assertEquals(i, sequence.get(i), "no number is left out");
    }
    assertTrue(Files.readString(broken()).endsWith("}\n"), "whole lines");
    assertTrue(text(files().get(1)).contains("consentgate.gap"), "told where it went on");
  }

  @Test
  @DisplayName("the segment after it signs what is left of the one that had no room")
  void whatIsLeftCannotBeAltered() throws IOException {
    Path broken = broken();
    String before = Files.readString(broken);
    try {
      Files.writeString(
          broken, before.substring(0, before.lastIndexOf('\n', before.length() - 2) + 1));
      assertTrue(segments().verify(LONG_AGO).problem().orElseThrow().contains("does not follow"));
      Files.delete(broken);
      assertTrue(segments().verify(LONG_AGO).problem().isEmpty(), "the first: retention takes it");
    } finally {
      Files.writeString(broken, before);
    }
  }

  @Test
  @DisplayName("half a line that a process left as it was killed is none, and no alteration either")
  void halfLinesAreNoLines() throws IOException {
    Path killed = directory.resolve("killed");
    Files.createDirectories(killed);
    Path file = killed.resolve(broken().getFileName());
    TrafficSegments there = new TrafficSegments(killed, SampleTraffic.signer(keys()));
    String whole = Files.readString(broken());
    long events = whole.lines().count() - 1;
    for (int left : new int[] {0, 1, 40, whole.indexOf('\n')}) {
      Files.writeString(file, whole.substring(0, left));
      assertEquals(
          new TrafficSegments.Verification(1, 0, 0, 1, java.util.Optional.empty()),
          there.verify(LONG_AGO));
    }
    Files.writeString(file, whole);
    Files.writeString(file, "{\"@timestamp\":\"20", StandardOpenOption.APPEND);
    assertEquals(
        new TrafficSegments.Verification(1, events, 0, 1, java.util.Optional.empty()),
        there.verify(LONG_AGO));
    Files.writeString(file, "\n", StandardOpenOption.APPEND);
    assertTrue(
        there.verify(LONG_AGO).problem().isPresent(), "positive control: a line that is bad");
  }
}
