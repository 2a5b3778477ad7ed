package io.github.consentgateway.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A segment that is read from its file, line by line, and what was found so far. */
final class SegmentReading {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int USUAL_LENGTH = 768;

  private final SegmentName name;
  private final SegmentSigner signer;
  private LineChain chain = LineChain.BEGUN;
  private String follows = "";
  private long line;
  private long events;
  private long missing;
  private boolean signed;
  private Optional<String> problem = Optional.empty();

  private SegmentReading(SegmentName name, SegmentSigner signer) {
    this.name = name;
    this.signer = signer;
  }

  /**
   * Reads a file.
   *
   * @param events told each event, as the JSON object that it is
   */
  static SegmentReading of(
      Path file, SegmentName name, SegmentSigner signer, Consumer<JsonNode> events)
      throws IOException {
    SegmentReading reading = new SegmentReading(name, signer);
    try (InputStream in = opened(file);
        Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Optional<String> next = line(text);
      while (next.isPresent() && reading.problem.isEmpty()) {
        reading.read(next.get(), events);
        next = line(text);
      }
    }
    return reading;
  }

  /**
   * The next line, its end included; empty where none ends any more. A process that was killed, or
   * is writing at this moment, leaves the beginning of a line, which says nothing.
   */
  private static Optional<String> line(Reader text) throws IOException {
    StringBuilder line = new StringBuilder(USUAL_LENGTH);
    for (int next = text.read(); next >= 0; next = text.read()) {
      line.append((char) next);
      if (next == '\n') {
        return Optional.of(line.toString());
      }
    }
    return Optional.empty();
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private void read(String text, Consumer<JsonNode> consumer) {
    line++;
    try {
      JsonNode read = JSON.readTree(text);
      if (signed || !read.path("prev").asText().equals(chain.mark())) {
        found("is not as it was written");
        return;
      }
      take(read, consumer);
      chain = chain.with(text);
    } catch (JsonProcessingException e) {
      found("was cut off or altered");
    }
  }

  private void take(JsonNode read, Consumer<JsonNode> consumer) {
    switch (read.path("event.dataset").asText()) {
      case "consentgate.segment" -> begin(read);
      case "consentgate.traffic" -> {
        events++;
        consumer.accept(read);
      }
      case "consentgate.gap" -> missing += read.path("missing").asLong();
      case "consentgate.segment.end" -> end(read.path("jws").asText());
      default -> found("is of no known kind");
    }
  }

  private void begin(JsonNode read) {
    follows = read.path("follows").asText();
    if (line != 1 || !read.path("segment").asText().equals(name.text())) {
      found("names another segment");
    }
  }

  private void end(String jws) {
    String said =
        "{\"segment\":\"%s\",\"events\":%d,\"hash\":\"%s\"}".formatted(name.text(), events, chain);
    signed = signer.verified(jws).filter(said::equals).isPresent();
    if (!signed) {
      found("signs something else, or was not signed by a known key");
    }
  }

  private void found(String what) {
    problem = Optional.of("Line %d of %s %s.".formatted(line, name.text(), what));
  }

  /** Whether there is no whole line in it: its process ended, or had no room, as it began. */
  boolean isEmpty() {
    return line == 0;
  }

  /** The first thing that does not fit, in a sentence. */
  Optional<String> problem() {
    return problem;
  }

  /** The hash of all lines, as the segment after it must name it. */
  String end() {
    return chain.toString();
  }

  /** The end of the segment before, as this one names it. */
  String follows() {
    return follows;
  }

  boolean signed() {
    return signed;
  }

  long events() {
    return events;
  }

  long missing() {
    return missing;
  }
}
