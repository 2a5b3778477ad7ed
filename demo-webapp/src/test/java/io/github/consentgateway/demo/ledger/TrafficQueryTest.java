package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.traffic.Pseudonymizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("AC-03, TL-13: traffic query, for those who may see rows")
final class TrafficQueryTest extends TrafficOfficer {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private String guesser = "";
  private String network = "";

  /** Thirty clients look at the shop, one of them tries to sign in, twelve times. */
  @BeforeEach
  void note() throws IOException {
    try (Pseudonymizer pseudonymizer = pseudonymizer()) {
      note(
          CLOCK,
          Stream.concat(
              IntStream.range(0, 30)
                  .mapToObj(
                      client ->
                          event(
                              pseudonymizer,
                              now.minusSeconds(client),
                              "192.0.2." + client,
                              "/shop/*",
                              200)),
              IntStream.range(0, 12)
                  .mapToObj(
                      attempt ->
                          event(
                              pseudonymizer,
                              now.minusSeconds(100 + attempt),
                              "198.51.100.7",
                              "/sign-in",
                              attempt % 2 == 0 ? 401 : 403))));
      var origin = pseudonymizer.origin("198.51.100.7", name -> List.of());
      guesser = origin.client().orElseThrow().text();
      network = origin.network().orElseThrow().text();
    }
  }

  private List<JsonNode> asked(String... filter) throws IOException {
    String[] all =
        Stream.concat(Stream.of("query", "--json"), Stream.of(filter)).toArray(String[]::new);
    assertEquals(0, traffic(all), err::toString);
    List<JsonNode> events = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      events.add(new JsonMapper().readTree(line));
    }
    return events;
  }

  @Test
  @DisplayName("who tries many logins is seen in one table, and named at its end")
  void guesserIsSeen() {
    assertEquals(0, traffic("query", "--route", "/sign-in", "--status", "4xx"), err::toString);
    List<String> lines = out.toString().lines().toList();
    assertEquals(15, lines.size(), out::toString);
    assertTrue(lines.get(0).matches("time \\(UTC\\) +client +network +method .*"), lines.get(0));
    int column = lines.get(0).indexOf("client");
    assertTrue(lines.subList(1, 13).stream().allMatch(line -> line.startsWith(guesser, column)));
    assertEquals("Requests: 12.", lines.get(13));
    assertEquals("Clients with most of them: " + guesser + " 12.", lines.get(14));
    assertFalse(out.toString().contains("198.51.100"), out::toString);
    assertFalse(out.toString().contains("\u001B"), "this is no terminal");
  }

  @Test
  @DisplayName("each filter narrows, and all of them together")
  void filtersNarrow() throws IOException {
    assertEquals(42, asked().size());
    assertEquals(6, asked("--status", "403").size());
    assertEquals(12, asked("--client", guesser).size());
    assertEquals(12, asked("--network", network).size());
    assertEquals(30, asked("--route", "/shop/*").size());
    assertEquals(0, asked("--route", "/shop/*", "--client", guesser).size());
    assertEquals(30, asked("--from", now.minusSeconds(29).toString()).size());
    assertEquals(12, asked("--to", now.minusSeconds(99).toString()).size());
    assertEquals(1, asked("--from", now.toString(), "--to", now.plusSeconds(1).toString()).size());
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    assertEquals(42, asked("--to", tomorrow.toString()).size());
    assertEquals(0, asked("--from", tomorrow.toString()).size());
  }

  @Test
  @DisplayName("the latest are shown, in order, and no more of them than asked for")
  void latestAreShown() throws IOException {
    List<JsonNode> events = asked("--limit", "3");
    assertEquals(
        List.of(now.minusSeconds(2).toString(), now.minusSeconds(1).toString(), now.toString()),
        events.stream().map(event -> event.path("@timestamp").asText()).toList());
    assertEquals(0, traffic("query", "--limit", "3"));
    assertTrue(out.toString().contains("The latest 3 of 42 requests"), out::toString);
  }

  @Test
  @DisplayName(
      "the exact filter is noted; to count is no right to see rows, and who tries is noted")
  void filterIsNoted() throws IOException {
    admitEngineer();
    assertEquals(0, trafficAs(ENGINEER, "stats"), err::toString);
    assertEquals(2, trafficAs(ENGINEER, "query"));
    assertTrue(err.toString().contains("no right to SHOW"), err::toString);
    assertEquals("", out.toString());
    assertTrue(
        noted()
            .contains(
                "\"who\":\"Paul Roux\",\"account\":\"%s\",\"operation\":\"SHOW\",\"reference\":\"\",\"refused\":true"
                    .formatted(System.getProperty("user.name"))),
        noted());
    asked("--from", "2026-11-01", "--client", guesser, "--status", "4xx", "--limit", "7");
    assertTrue(
        noted()
            .contains(
                "\"operation\":\"SHOW\",\"reference\":\"traffic query from=2026-11-01T00:00:00Z"
                    + " client="
                    + guesser
                    + " status=4xx limit=7\""),
        noted());
  }

  @Test
  @DisplayName("a journal that cannot be written shows nothing")
  void nothingIsShownUnnoted() throws SQLException {
    try (var connection = SqliteFile.at(data.resolve("consent-ledger.db")).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE consent_access");
    }
    assertEquals(2, traffic("query"));
    assertEquals("", out.toString());
  }

  @Test
  void mistakesAreNamed() {
    for (List<String> wrong :
        List.of(
            List.of("--limit", "0"),
            List.of("--limit", "10001"),
            List.of("--client", "192.0.2.7"),
            List.of("--network", "x"),
            List.of("--status", "6xx"),
            List.of("--status", "4"),
            List.of("--route", "sign in"),
            List.of("--from", "yesterday"),
            List.of("--from", "2026-11-31"),
            List.of("--from", "2026-11-30", "--to", "2026-11-28"))) {
      String[] all = Stream.concat(Stream.of("query"), wrong.stream()).toArray(String[]::new);
      assertEquals(2, traffic(all), wrong::toString);
      assertEquals("", out.toString());
    }
    assertFalse(noted().contains("query"), "nothing was looked at");
  }

  @Test
  @DisplayName("a log that was altered is shown up to there, and that is said")
  void alterationIsTold() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      Path packed = files.findFirst().orElseThrow();
      Files.writeString(
          packed.resolveSibling(packed.getFileName().toString().replace(".gz", "")), "{}\n");
      Files.delete(packed);
    }
    assertEquals(List.of(), asked());
    assertTrue(err.toString().contains("see traffic verify"), err::toString);
  }
}
