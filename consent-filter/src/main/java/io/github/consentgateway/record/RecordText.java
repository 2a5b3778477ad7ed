package io.github.consentgateway.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.record.ConsentRecord.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Records as the JSON text that is kept and hashed: one text for one record. */
final class RecordText {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 384;

  private RecordText() {}

  static String of(ConsentRecord record) {
    StringWriter text = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("event", name(record.event()));
      out.writeStringField("at", record.at().toString());
      out.writeStringField("id", record.id());
      out.writeStringField("consent", record.consentId());
      out.writeStringField("notice", record.notice());
      out.writeStringField("version", record.version());
      out.writeStringField("language", record.language());
      versions(out, "granted", record.granted());
      versions(out, "refused", record.refused());
      out.writeBooleanField("gpc", record.gpc());
      out.writeStringField("ends", record.ends().toString());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be written", e);
    }
    return text.toString();
  }

  private static void versions(JsonGenerator out, String field, Map<String, Integer> versions)
      throws IOException {
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, Integer> purpose : new TreeMap<>(versions).entrySet()) {
      out.writeNumberField(purpose.getKey(), purpose.getValue());
    }
    out.writeEndObject();
  }

  /** The event as the kept text names it. */
  static String name(Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }

  static ConsentRecord read(String text) {
    try {
      return record(Json.read(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new LedgerException("A kept record cannot be read");
    }
  }

  private static ConsentRecord record(JsonNode kept) {
    return new ConsentRecord(
        kept.path("id").asText(),
        kept.path("consent").asText(),
        Event.valueOf(kept.path("event").asText().toUpperCase(Locale.ROOT)),
        Instant.parse(kept.path("at").asText()),
        kept.path("notice").asText(),
        kept.path("version").asText(),
        kept.path("language").asText(),
        versions(kept.path("granted")),
        versions(kept.path("refused")),
        kept.path("gpc").asBoolean(),
        Instant.parse(kept.path("ends").asText()));
  }

  private static Map<String, Integer> versions(JsonNode kept) {
    Map<String, Integer> versions = new HashMap<>();
    kept.properties().forEach(field -> versions.put(field.getKey(), field.getValue().asInt()));
    return versions;
  }
}
