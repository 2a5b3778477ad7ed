package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads fields of an event as somebody may have forged it. */
final class Events {

  /** What moves the cursor, turns the line around, or is not seen at all. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

  private Events() {}

  /** A field as visible text; empty if it is not there, or null. */
  static String text(JsonNode event, String field) {
    JsonNode value = event.path(field);
    return value.isValueNode() && !value.isNull()
        ? UNSEEN.matcher(value.asText()).replaceAll("?")
        : "";
  }

  static Optional<Instant> at(JsonNode event) {
    try {
      return Optional.of(Instant.parse(event.path("@timestamp").asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
