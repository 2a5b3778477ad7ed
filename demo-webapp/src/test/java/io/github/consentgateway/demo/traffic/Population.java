package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Made-up visitors of a site and what they do: habits are skewed, and some have a rare one. */
final class Population {

  /** One visitor, and all that is noted of them. */
  record Person(int number, List<JsonNode> events) {}

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DAYS = List.of("2026-11-26", "2026-11-27");
  private static final int HEAVY = 40;

  private final Random random;
  private final List<Person> people = new ArrayList<>();

  Population(long seed, int size) {
    random = new Random(seed);
    for (int number = 0; number < size; number++) {
      people.add(person(number));
    }
  }

  List<Person> people() {
    return people;
  }

  private Person person(int number) {
    String browser = "Chrome " + (140 - skewed(25));
    String device = List.of("desktop", "mobile", "tablet", "bot", "other").get(skewed(5));
    String referrer = "https://site-" + skewed(200) + ".example";
    int requests = number % 50 == 0 ? HEAVY : 1 + random.nextInt(5);
    List<JsonNode> events = new ArrayList<>();
    for (int request = 0; request < requests; request++) {
      int day = random.nextInt(DAYS.size());
      events.add(
          event(DAYS.get(day), "day" + day + "-of-" + number)
              .put("@timestamp", DAYS.get(day) + "T%02d:00:00Z".formatted(8 + skewed(14)))
              .put("user_agent.name", browser)
              .put("device.class", device)
              .put("http.request.referrer", referrer)
              .put("http.response.status_code", List.of(200, 304, 404, 403, 500).get(skewed(5)))
              .put("event.duration.log2ms", skewed(12)));
    }
    return new Person(number, events);
  }

  /** Half of all take the first, half of the others the second, and so on. */
  private int skewed(int bound) {
    int taken = (int) (-Math.log(1 - random.nextDouble()) * bound / 5);
    return Math.min(bound - 1, taken);
  }

  /** An event with nothing unusual in it. */
  static ObjectNode event(String epoch, String client) {
    return JSON.createObjectNode()
        .put("@timestamp", "2026-11-27T10:00:00Z")
        .put("epoch", epoch)
        .put("client.id", client)
        .put("user_agent.name", "Firefox")
        .put("user_agent.version", 133)
        .put("device.class", "desktop")
        .put("http.request.referrer", "none")
        .put("http.response.status_code", 200)
        .put("event.duration.log2ms", 3);
  }

  /** What a log shows of all but some, one day after the other. */
  Consumer<Consumer<JsonNode>> without(Set<Integer> absent) {
    List<JsonNode> events =
        people.stream()
            .filter(person -> !absent.contains(person.number()))
            .flatMap(person -> person.events().stream())
            .sorted(java.util.Comparator.comparing(event -> event.path("epoch").asText()))
            .toList();
    return events::forEach;
  }
}
