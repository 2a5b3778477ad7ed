package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The latest of the events that are asked for, and no more of them than that in memory. */
public final class LatestEvents {

  /** An event in the order of time; of one second, in the order of the log. */
  private record Found(Instant at, long order, JsonNode event) {}

  private static final Comparator<Found> EARLIEST =
      Comparator.comparing(Found::at).thenComparing(Found::order);

  private final EventFilter filter;
  private final PriorityQueue<Found> latest = new PriorityQueue<>(EARLIEST);
  private final Busiest clients = new Busiest();
  private long all;

  /** Events of this kind. */
  public LatestEvents(EventFilter filter) {
    this.filter = filter;
  }

  /** Looks at an event. */
  public void add(JsonNode event) {
    if (!filter.admits(event)) {
      return;
    }
    clients.add(Events.text(event, "client.id"));
    latest.add(new Found(Events.at(event).orElse(Instant.MIN), all++, event));
    if (latest.size() > filter.limit()) {
      latest.remove();
    }
  }

  /** How many there are, those included that are not kept. */
  public long all() {
    return all;
  }

  /** The latest, the first of them first. */
  public List<JsonNode> events() {
    return latest.stream().sorted(EARLIEST).map(Found::event).toList();
  }

  /** Which clients have made most of all of them, and how many. */
  List<Map.Entry<String, Long>> busiest(int number) {
    return clients.first(number);
  }
}
