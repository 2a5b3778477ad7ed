package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;

/**
 * One exchange, as its visitor and the traffic log have seen it.
 *
 * @param events what was noted of requests of its method, as a rule one
 */
record NotedEvents(Reply reply, List<JsonNode> events) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Sends a request on a connection of its own. */
  static NotedEvents of(Running server, Ask ask, String context, String query) {
    Queue<String> lines = NotedTraffic.lines();
    lines.clear();
    Reply reply = RawClient.send(server.port(), ask.text(context, query));
    return new NotedEvents(reply, awaited(lines, ask.method()));
  }

  private static List<JsonNode> awaited(Queue<String> lines, String method) {
    long end = System.nanoTime() + LONGEST.toNanos();
    List<JsonNode> events = of(lines, method);
    while (events.isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
      events = of(lines, method);
    }
    return events;
  }

  /** The consent that opens the pool's visits is a POST, and may be noted late. */
  private static List<JsonNode> of(Queue<String> lines, String method) {
    return lines.stream()
        .map(NotedEvents::read)
        .filter(event -> event.path("http.request.method").asText().equals(method))
        .toList();
  }

  private static JsonNode read(String line) {
    assertFalse(line.contains("127.0.0.1"), line);
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one event. */
  JsonNode event() {
    if (events.size() != 1) {
      throw new AssertionError(events);
    }
    return events.get(0);
  }
}
