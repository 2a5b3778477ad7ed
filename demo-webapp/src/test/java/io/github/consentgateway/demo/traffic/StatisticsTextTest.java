package io.github.consentgateway.demo.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures in a terminal")
final class StatisticsTextTest {

  private static String told(Charset charset, boolean colours) {
    List<JsonNode> events = new ArrayList<>();
    for (int client = 0; client < 30; client++) {
      events.add(
          Population.event("day", "c" + client)
              .put("http.request.referrer", "https://@|red x|@\u001B[2J\u009B31m.example"));
      events.add(
          Population.event("day", "c" + client)
              .put("@timestamp", "2026-11-27T11:00:00Z")
              .put("http.response.status_code", 404));
    }
    StringWriter text = new StringWriter();
    new StatisticsText(new PrintWriter(text), Glyphs.in(charset), new Paint(colours))
        .tell(Statistics.of(events::forEach));
    return text.toString();
  }

  @Test
  @DisplayName("blocks where the character set has them, ASCII where it has not")
  void barsFitTheCharset() {
    assertTrue(told(StandardCharsets.UTF_8, false).contains("|          ██            |"));
    String plain = told(StandardCharsets.US_ASCII, false);
    assertTrue(plain.contains("|          @@            |"), plain);
    assertTrue(plain.matches("(?s).*200 +30 #{32}\\R.*"), plain);
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(plain), plain);
  }

  @Test
  @DisplayName("colours where they are wanted; a value gives no order to the terminal")
  void valuesAreNoOrders() {
    String plain = told(StandardCharsets.UTF_8, false);
    assertFalse(plain.contains("\u001B") || plain.contains("\u009B"), plain);
    assertTrue(plain.contains("https://@|red x|@?[2J?31m.example"), plain);
    String coloured = told(StandardCharsets.UTF_8, true);
    assertTrue(coloured.contains("\u001B[33m"), "404 is yellow");
    assertFalse(coloured.contains("\u001B[2J"), coloured);
    assertEquals(plain, coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
  }
}
