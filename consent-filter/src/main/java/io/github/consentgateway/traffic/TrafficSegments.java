package io.github.consentgateway.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a traffic log in a directory: written, read, verified and deleted. Reading needs no
 * open log. Thread-safe.
 */
public final class TrafficSegments {

  /** The longest time that a traffic log may be kept (CNIL, recommendation 2021-122). */
  public static final Period LONGEST = Period.ofDays(365);

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Path directory;
  private final SegmentSigner signer;

  /** The segments in a directory, which need not exist, with the keys that sign their ends. */
  public TrafficSegments(Path directory, SegmentSigner signer) {
    this.directory = directory;
    this.signer = signer;
  }

  /**
   * A log that writes into the directory.
   *
   * @param site the name of the site, which each segment carries
   */
  public TrafficLog open(String site, Clock clock) {
    return new SegmentLog(directory, site, signer, clock);
  }

  /** What a reading of all segments found. */
  public record Verification(
      long segments, long events, long missing, long unsigned, Optional<String> problem) {}

  private static List<SegmentName> all(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.flatMap(file -> SegmentName.of(file).stream()).sorted().distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be read", e);
    }
  }

  /**
   * Reads everything and tells whether it is what was written, and whether it is all of it that
   * must be gone by now.
   *
   * @param due what was begun on this day or before must be gone
   * @throws UncheckedIOException if it cannot be read
   */
  public Verification verify(LocalDate due) {
    Map<String, String> ends = new TreeMap<>();
    Map<String, Integer> numbers = new TreeMap<>();
    long segments = 0;
    long events = 0;
    long missing = 0;
    long unsigned = 0;
    for (SegmentName name : all(directory)) {
      SegmentReading reading = read(name, event -> {});
      Optional<String> problem =
          reading
              .problem()
              .or(() -> misplaced(name, reading, ends, numbers))
              .or(() -> overdue(name, due));
      segments++;
      events += reading.events();
      missing += reading.missing();
      unsigned += reading.signed() ? 0 : 1;
      if (!reading.isEmpty()) {
        numbers.put(name.writer(), name.number());
        ends.put(name.writer(), reading.end());
      }
      if (problem.isPresent()) {
        return new Verification(segments, events, missing, unsigned, problem);
      }
    }
    return new Verification(segments, events, missing, unsigned, Optional.empty());
  }

  private static Optional<String> misplaced(
      SegmentName name,
      SegmentReading reading,
      Map<String, String> ends,
      Map<String, Integer> numbers) {
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    Integer before = numbers.get(name.writer());
    if (before != null && before != name.number() - 1) {
      return Optional.of("A segment before " + name.text() + " is missing.");
    }
    String end = ends.get(name.writer());
    return end == null || end.equals(reading.follows())
        ? Optional.empty()
        : Optional.of(name.text() + " does not follow on the one before it.");
  }

  private static Optional<String> overdue(SegmentName name, LocalDate due) {
    return day(name.begun()).isAfter(due)
        ? Optional.empty()
        : Optional.of(name.text() + " is over its time and must be deleted.");
  }

  private static LocalDate day(Instant begun) {
    return LocalDate.ofInstant(begun, PARIS);
  }

  private SegmentReading read(SegmentName name, Consumer<JsonNode> events) {
    try {
      return unpackedOrPacked(name, events);
    } catch (IOException e) {
      throw new UncheckedIOException(name.text() + ": cannot be read", e);
    }
  }

  /** It may be packed at this moment: the one file goes when the other is there. */
  private SegmentReading unpackedOrPacked(SegmentName name, Consumer<JsonNode> events)
      throws IOException {
    try {
      return SegmentReading.of(name.in(directory), name, signer, events);
    } catch (NoSuchFileException e) {
      return SegmentReading.of(name.packedIn(directory), name, signer, events);
    }
  }

  /** Shows all events, those of one process after the other, as JSON objects. */
  public void forEach(Consumer<JsonNode> events) {
    all(directory).forEach(name -> read(name, events));
  }

  /**
   * Shows the events of some segments, day by day (UTC), and within a day those of one process
   * after the other. What follows on a line that is not as it was written is not shown.
   *
   * @param begun which segments: those that were begun then
   * @return what is not as it was written: a sentence for each segment that it concerns
   * @throws UncheckedIOException if one cannot be read
   */
  public List<String> forEach(Predicate<Instant> begun, Consumer<JsonNode> events) {
    return all(directory).stream()
        .filter(name -> begun.test(name.begun()))
        .sorted(Comparator.comparing(TrafficSegments::utc).thenComparing(name -> name))
        .flatMap(name -> read(name, events).problem().stream())
        .toList();
  }

  private static LocalDate utc(SegmentName name) {
    return LocalDate.ofInstant(name.begun(), ZoneOffset.UTC);
  }

  /**
   * A segment, as far as it is known without reading it.
   *
   * @param begun when it was begun
   * @param day the same as a day of Paris, by which it is deleted
   * @param octets how large its file is
   */
  public record Stored(String name, Instant begun, LocalDate day, long octets) {}

  /**
   * The segments that are there, the oldest first.
   *
   * @throws UncheckedIOException if they cannot be looked at
   */
  public List<Stored> stored() {
    return all(directory).stream()
        .sorted(Comparator.comparing(SegmentName::begun))
        .map(name -> new Stored(name.text(), name.begun(), day(name.begun()), octets(name)))
        .toList();
  }

  /** Of the files that it has; one that is packed meanwhile goes. */
  private long octets(SegmentName name) {
    return name.allIn(directory).stream().mapToLong(TrafficSegments::octets).sum();
  }

  private static long octets(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(file.getFileName() + ": cannot be looked at", e);
    }
  }

  /**
   * Deletes whole segments that were begun on this day (Paris) or before; to do it again does no
   * harm. It needs no keys.
   *
   * @return how many
   * @throws UncheckedIOException if one cannot be deleted; all others are
   */
  public static long deleteThrough(Path directory, LocalDate day) {
    List<SegmentName> due =
        all(directory).stream().filter(name -> !day(name.begun()).isAfter(day)).toList();
    List<String> left =
        due.stream().filter(name -> !deleted(name, directory)).map(SegmentName::text).toList();
    if (!left.isEmpty()) {
      throw new UncheckedIOException(
          new IOException(
              "Not deleted, though it is time: "
                  + left.stream().collect(Collectors.joining(", "))));
    }
    return due.size();
  }

  private static boolean deleted(SegmentName name, Path directory) {
    try {
      for (Path file : name.allIn(directory)) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
