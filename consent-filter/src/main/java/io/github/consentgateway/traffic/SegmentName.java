package io.github.consentgateway.traffic;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a segment: when it was begun, by which process, and the how many-th that was of it.
 *
 * @param writer a random number of the process, so that several may write into one directory
 */
record SegmentName(Instant begun, String writer, int number) implements Comparable<SegmentName> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Pattern NAME =
      Pattern.compile("traffic-(\\d{8}T\\d{6}Z)-([0-9a-f]{8})-(\\d{1,9})\\.jsonl(?:\\.gz)?");

  /** The name of a file; empty if it is no segment. */
  static Optional<SegmentName> of(Path file) {
    Matcher read = NAME.matcher(file.getFileName().toString());
    if (!read.matches()) {
      return Optional.empty();
    }
    try {
      Instant begun = LocalDateTime.parse(read.group(1), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new SegmentName(begun, read.group(2), Integer.parseInt(read.group(3))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What it is called inside of it as well. */
  String text() {
    return "traffic-%s-%s-%d"
        .formatted(TIME.format(begun.atOffset(ZoneOffset.UTC)), writer, number);
  }

  /** The file while it is written to. */
  Path in(Path directory) {
    return directory.resolve(text() + ".jsonl");
  }

  /** The file once it is closed. */
  Path packedIn(Path directory) {
    return directory.resolve(text() + ".jsonl.gz");
  }

  /** The packed file while it is written to. */
  Path draftIn(Path directory) {
    return directory.resolve(text() + ".jsonl.gz.new");
  }

  /** All files that it may have; after the first two there is still the last. */
  List<Path> allIn(Path directory) {
    return List.of(draftIn(directory), packedIn(directory), in(directory));
  }

  @Override
  public int compareTo(SegmentName other) {
    int writers = writer.compareTo(other.writer);
    return writers != 0 ? writers : Integer.compare(number, other.number);
  }
}
