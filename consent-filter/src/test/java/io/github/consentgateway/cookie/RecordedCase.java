package io.github.consentgateway.cookie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One or more fields as sent, and what two browsers were seen to store. */
record RecordedCase(
    String id,
    List<String> received,
    List<BrowserModel.Stored> chromium,
    List<BrowserModel.Stored> firefox) {

  /** The clock of the recording: 204.505 days before 2027-06-15T10:00Z, see lifetime-attr/0103. */
  static final Instant NOW = Instant.parse("2026-11-22T21:53:00Z");

  static List<RecordedCase> all() {
    try (InputStream json =
        RecordedCase.class.getResourceAsStream("/set-cookie-browsers/cases.json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(json)).get("cases");
      return stream(cases).map(RecordedCase::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The field that decides: those before it only fill the jar. */
  String last() {
    return received.get(received.size() - 1);
  }

  @Override
  public String toString() {
    return id;
  }

  private static RecordedCase of(JsonNode node) {
    return new RecordedCase(
        node.get("id").asText(),
        stream(node.get("received")).map(JsonNode::asText).toList(),
        stored(node.get("chromium")),
        stored(node.get("firefox")));
  }

  private static List<BrowserModel.Stored> stored(JsonNode cookies) {
    return stream(cookies).map(RecordedCase::storedOne).toList();
  }

  private static BrowserModel.Stored storedOne(JsonNode cookie) {
    return new BrowserModel.Stored(
        cookie.get("name").asText(),
        cookie.get("value").asText(),
        cookie.get("domain").asText(),
        cookie.get("path").asText(),
        cookie.get("days").isNull() ? Optional.empty() : Optional.of(cookie.get("days").asDouble()),
        cookie.get("httpOnly").asBoolean(),
        cookie.get("sameSite").asText());
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
