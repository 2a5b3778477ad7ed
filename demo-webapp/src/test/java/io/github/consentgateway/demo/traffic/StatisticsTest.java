package io.github.consentgateway.demo.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.consentgateway.demo.traffic.Figures.Row;
import io.github.consentgateway.demo.traffic.Figures.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Log tests 28 and 29: figures tell of nobody")
final class StatisticsTest {

  private static final long SEED = 20_261_127;

  private static Figures figures(List<JsonNode> events) {
    return Statistics.of(events::forEach);
  }

  /** A number of clients of one day, each with as many requests, and one value of their own. */
  private static List<JsonNode> clients(
      int clients, int requests, String field, String value, String name) {
    List<JsonNode> events = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      for (int request = 0; request < requests; request++) {
        events.add(Population.event("day", name + client).put(field, value));
      }
    }
    return events;
  }

  private static List<JsonNode> all(
      List<JsonNode> first, List<JsonNode> second, List<JsonNode> third) {
    return Stream.of(first, second, third).flatMap(List::stream).toList();
  }

  private static Map<String, Long> shown(Figures figures, Dimension dimension) {
    return figures.of(dimension).rows().stream()
        .collect(Collectors.toMap(Row::value, Row::requests));
  }

  @Test
  @DisplayName("log test 28: a cell of nine clients is not shown, one of ten is")
  void tenClientsAreEnough() {
    List<JsonNode> many = clients(40, 2, "device.class", "mobile", "m");
    for (int few : List.of(9, 10)) {
      Figures figures =
          figures(
              all(
                  many,
                  clients(30, 1, "device.class", "desktop", "d"),
                  clients(few, 1, "device.class", "tablet", "t")));
      assertEquals(few == 10, shown(figures, Dimension.DEVICE).containsKey("tablet"), "" + few);
    }
  }

  @Test
  @DisplayName("log test 28: what is not shown does not follow from a total")
  void remainderIsCovered() {
    Figures figures =
        figures(
            all(
                clients(40, 2, "device.class", "mobile", "m"),
                clients(30, 1, "device.class", "desktop", "d"),
                clients(9, 1, "device.class", "tablet", "t")));
    assertEquals(Map.of("mobile", 80L), shown(figures, Dimension.DEVICE));
    assertEquals(OptionalLong.of(35), figures.of(Dimension.DEVICE).rest(), "39 of them together");
    assertEquals(OptionalLong.of(115), figures.requests(), "119 of them");
  }

  @Test
  @DisplayName("log test 28: what a second table tells as well covers nothing")
  void programsCoverNobody() {
    List<JsonNode> programs = new ArrayList<>();
    clients(12, 1, "device.class", "bot", "p")
        .forEach(
            event ->
                programs.add(
                    Population.event("day", event.path("client.id").asText())
                        .put("device.class", "bot")
                        .put("user_agent.name", "Bot")
                        .put("user_agent.version", "")));
    Figures figures =
        figures(
            all(
                programs,
                clients(30, 1, "device.class", "desktop", "d"),
                clients(9, 1, "device.class", "tablet", "t")));
    assertTrue(shown(figures, Dimension.BROWSER).containsKey("Bot"));
    assertEquals(Set.of("bot"), shown(figures, Dimension.DEVICE).keySet());
    assertEquals(OptionalLong.of(35), figures.of(Dimension.DEVICE).rest());
  }

  @Test
  @DisplayName("log test 28: a cell that is one client's for more than half of it is not shown")
  void nobodyDominates() {
    List<JsonNode> others = clients(60, 2, "http.response.status_code", "200", "m");
    List<JsonNode> ten = clients(10, 1, "http.response.status_code", "404", "t");
    for (int own : List.of(10, 11)) {
      Figures figures =
          figures(all(others, ten, clients(1, own, "http.response.status_code", "404", "one")));
      assertEquals(own == 10, shown(figures, Dimension.STATUS).containsKey("404"), "" + own);
    }
  }

  @Test
  @DisplayName(
      "log test 28: one visitor on twelve days, who has twelve names, is not twelve clients")
  void daysAreNotClients() {
    List<JsonNode> events = new ArrayList<>();
    for (int day = 0; day < 12; day++) {
      for (int client = 0; client < 20; client++) {
        events.add(Population.event("day" + day, "c" + day + "-" + client));
      }
      events.add(
          Population.event("day" + day, "same" + day)
              .put("http.request.referrer", "https://rare.example"));
    }
    assertFalse(shown(figures(events), Dimension.REFERRER).containsKey("https://rare.example"));
    assertEquals(0, figures(events).of(Dimension.REFERRER).rows().size());
  }

  @Test
  @DisplayName("log test 28: with one client behind most of all, the rest is still shown")
  void oneProgramHidesNotEverybody() {
    Figures figures =
        figures(
            all(
                clients(30, 2, "http.response.status_code", "200", "m"),
                clients(1, 500, "http.response.status_code", "404", "one"),
                List.of()));
    assertEquals(OptionalLong.empty(), figures.requests());
    assertEquals(Map.of("200", 60L), shown(figures, Dimension.STATUS));
    assertEquals(OptionalLong.empty(), figures.of(Dimension.STATUS).rest());
  }

  @Test
  @DisplayName("whoever invents a new referrer with each request fills no memory, and is not shown")
  void inventedValuesAreBounded() {
    List<JsonNode> events = new ArrayList<>();
    for (int request = 0; request < 12_000; request++) {
      events.add(
          Population.event("day", "c" + request % 60)
              .put("http.request.referrer", "https://x" + request + ".example"));
    }
    Figures figures =
        figures(all(events, clients(30, 4, "device.class", "mobile", "m"), List.of()));
    assertEquals(Map.of(), shown(figures, Dimension.REFERRER), "all are put together");
    assertEquals(figures.requests().getAsLong() / 320, 12_120 / 320);
    assertTrue(figures.of(Dimension.REFERRER).rest().isPresent());
  }

  @Test
  void nothingIsShownOfNothing() {
    Figures figures = figures(List.of());
    assertEquals(OptionalLong.empty(), figures.requests());
    assertTrue(figures.tables().stream().allMatch(table -> table.rows().isEmpty()));
  }

  /** The greatest number of requests that one client of a day has made, of each value. */
  private static Map<String, Long> busiest(Population population, Dimension dimension) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (Population.Person person : population.people()) {
      for (JsonNode event : person.events()) {
        counts
            .computeIfAbsent(dimension.of(event), value -> new HashMap<>())
            .merge(event.path("client.id").asText(), 1L, Long::sum);
      }
    }
    Map<String, Long> busiest = new HashMap<>();
    counts.forEach(
        (value, clients) ->
            busiest.put(value, clients.values().stream().max(Long::compare).orElse(0L)));
    return busiest;
  }

  private static Map<String, Set<Integer>> having(Population population, Dimension dimension) {
    Map<String, Set<Integer>> having = new HashMap<>();
    population
        .people()
        .forEach(
            person ->
                person
                    .events()
                    .forEach(
                        event ->
                            having
                                .computeIfAbsent(dimension.of(event), value -> new HashSet<>())
                                .add(person.number())));
    return having;
  }

  private static String outputs(Figures figures) {
    StringWriter text = new StringWriter();
    new StatisticsText(
            new PrintWriter(text, true), Glyphs.in(StandardCharsets.UTF_8), new Paint(false))
        .tell(figures);
    return text + StatisticsPage.of(figures, "en", Instant.EPOCH);
  }

  private static Set<String> isolated(Map<String, Set<Integer>> having, int person) {
    return having.entrySet().stream()
        .filter(value -> value.getValue().equals(Set.of(person)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static long step(long most) {
    long step = 5;
    while (step < most) {
      step *= 2;
    }
    return step;
  }

  @Test
  @DisplayName(
      "log test 29: two figures, with and without one visitor, do not isolate that visitor")
  void differenceTellsOfNobody() {
    System.out.println("StatisticsTest: seed " + SEED);
    Population population = new Population(SEED, 700);
    Figures with = Statistics.of(population.without(Set.of()));
    String outputs = outputs(with);
    int shown = with.tables().stream().mapToInt(table -> table.rows().size()).sum();
    int alone = 0;
    assertTrue(shown > 40, "there is something to compare: " + shown);
    Map<Dimension, Map<String, Long>> allBusiest = new EnumMap<>(Dimension.class);
    Map<Dimension, Map<String, Set<Integer>>> allHaving = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      allBusiest.put(dimension, busiest(population, dimension));
      allHaving.put(dimension, having(population, dimension));
    }
    for (int person = 0; person < 700; person += 5) {
      Figures without = Statistics.of(population.without(Set.of(person)));
      for (Dimension dimension : Dimension.values()) {
        Map<String, Long> busiest = allBusiest.getOrDefault(dimension, Map.of());
        Map<String, Long> less = shown(without, dimension);
        shown(with, dimension)
            .forEach(
                (value, number) -> {
                  long apart = Math.abs(number - less.getOrDefault(value, number));
                  assertTrue(apart <= step(busiest.getOrDefault(value, 0L)), value + ": " + apart);
                });
        for (String value : isolated(allHaving.getOrDefault(dimension, Map.of()), person)) {
          alone++;
          assertFalse(outputs.contains(">" + dimension.label(value) + "<"), value);
          assertFalse(shown(with, dimension).containsKey(value), value);
        }
      }
    }
    assertTrue(alone > 0, "some of them have a value of their own");
  }

  @Test
  @DisplayName(
      "log test 28: each cell of a population has ten clients and no master; none is alone")
  void rulesHoldForPopulation() {
    Population population = new Population(SEED, 700);
    Figures figures = Statistics.of(population.without(Set.of()));
    for (Table table : figures.tables()) {
      Map<String, Set<Integer>> having = having(population, table.dimension());
      table
          .rows()
          .forEach(
              row -> {
                assertTrue(having.getOrDefault(row.value(), Set.of()).size() >= 10, row.value());
                assertEquals(0, row.requests() % 5, row.value());
              });
      assertTrue(table.rest().isPresent() || !table.hides() || table.rows().isEmpty());
    }
  }

  @Test
  @DisplayName("positive control of 29: exact numbers of everything isolate a visitor")
  void exactNumbersIsolate() {
    Population population = new Population(SEED, 700);
    Map<String, Long> with = exact(population.without(Set.of()));
    Map<String, Set<Integer>> having = having(population, Dimension.REFERRER);
    int named = 0;
    for (int person = 0; person < 700; person += 5) {
      Map<String, Long> without = exact(population.without(Set.of(person)));
      int number = person;
      Set<String> gone = new HashSet<>(with.keySet());
      gone.removeAll(without.keySet());
      gone.forEach(value -> assertEquals(Set.of(number), having.get(value), value));
      named += gone.size();
    }
    assertTrue(named > 0, "the difference names what one visitor alone had");
  }

  private static Map<String, Long> exact(Consumer<Consumer<JsonNode>> log) {
    Map<String, Long> counts = new HashMap<>();
    log.accept(event -> counts.merge(Dimension.REFERRER.of(event), 1L, Long::sum));
    return counts;
  }
}
