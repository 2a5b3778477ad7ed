package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Servers.class)
@DisplayName(
    "TL-01, TL-11, TL-12, log tests 41 and 45: what every container lets us note, and not more")
class TrafficTest {

  private static final String COMPLETE = "io.github.consentgateway.containers.Cells#complete";

  /** In every part of a request that is no pattern of the application's. */
  private static final String CANARY = "canary7f3a";

  private static List<JsonNode> noted(Running server, Ask ask, String query) {
    List<JsonNode> events = NotedEvents.of(server, ask, Webapp.PLAIN.path, query).events();
    events.forEach(event -> assertFalse(event.toString().contains(CANARY), event::toString));
    return events;
  }

  private static String query(String route) {
    return Probe.of(Routes.named(route), Kind.NON_ESSENTIAL).query() + "&q=" + CANARY;
  }

  @ParameterizedTest
  @MethodSource(COMPLETE)
  @DisplayName("a canary in every header, cookie, query, path and exception is in no line")
  void canaryIsInNoLine(Container container, Gate gate, Servers.Pool servers) {
    Ask ask =
        Ask.PLAIN
            .path("/app/" + CANARY)
            .header("User-Agent: " + CANARY + " Firefox/129.0")
            .header("Referer: https://" + CANARY + ":" + CANARY + "@www.example.org/" + CANARY)
            .header("Cookie: " + CANARY + "=" + CANARY)
            .header("X-Forwarded-For: 203.0.113.9, " + CANARY)
            .header("Forwarded: for=" + CANARY)
            .header("Authorization: Bearer " + CANARY)
            .header("Accept-Language: " + CANARY)
            .header("X-" + CANARY + ": " + CANARY)
            .header("Sec-CH-UA: \"" + CANARY + "\";v=\"7\"")
            .header("Sec-GPC: 1");
    for (String route : List.of("addCookie", "error-page-sendError", "async-passed")) {
      List<JsonNode> noted = noted(servers.get(container, gate), ask, query(route));

      assertEquals(1, noted.size(), () -> route + noted);
      JsonNode event = noted.get(0);
      assertEquals("GET", event.path("http.request.method").asText());
      assertEquals("https://www.example.org", event.path("http.request.referrer").asText());
      assertEquals("Firefox", event.path("user_agent.name").asText());
      assertEquals(129, event.path("user_agent.version").asInt());
      assertEquals("1.1", event.path("network.protocol.version").asText());
      assertEquals("direct", event.path("client.source").asText());
      assertEquals(16, event.path("client.id").asText().length());
      assertEquals("ipv4", event.path("network.type").asText());
      assertEquals("undecided", event.path("consent.state").asText());
      assertTrue(event.path("consent.gpc").asBoolean());
      String pattern = event.path("http.route").asText();
      assertEquals(gate == Gate.HANDLER ? "other" : MatrixServlet.MAPPING, pattern);
    }
  }

  @ParameterizedTest
  @MethodSource(COMPLETE)
  @DisplayName("each request is noted once, with how it ended, be it later or by an error")
  void everyRequestIsNotedOnce(Container container, Gate gate, Servers.Pool servers) {
    List<String> wrong = new ArrayList<>();
    for (String[] expected :
        List.of(
            new String[] {"addCookie", "200"},
            new String[] {"error-page-sendError", "404"},
            new String[] {"error-page-exception", "500"},
            new String[] {"error-without-page", "409"},
            new String[] {"async-no-argument", "200"},
            new String[] {"async-other-thread", "200"},
            new String[] {"async-dispatch", "200"},
            new String[] {"session", "200"})) {
      List<JsonNode> noted = noted(servers.get(container, gate), Ask.PLAIN, query(expected[0]));
      if (noted.size() != 1
          || !noted.get(0).path("http.response.status_code").asText().equals(expected[1])) {
        wrong.add(String.join(" ", expected) + ": " + noted);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource(COMPLETE)
  @DisplayName("the gate's own pages are noted under their base, and cookies that were dropped")
  void ownPagesAreNoted(Container container, Gate gate, Servers.Pool servers) {
    Running server = servers.get(container, gate);
    String context = gate.hasHandler() ? "" : Webapp.PLAIN.path;
    JsonNode own =
        NotedEvents.of(server, Ask.PLAIN.path("/consent/receipt/x.json"), context, "").event();
    assertEquals("/consent", own.path("http.route").asText());
    assertEquals(404, own.path("http.response.status_code").asInt());
    assertTrue(own.path("http.response.size.log2").asInt() > 5, own.toString());

    JsonNode dropped = noted(server, Ask.PLAIN, query("addCookie")).get(0);
    assertEquals(1, dropped.path("cookies.dropped").asInt(), dropped.toString());
  }
}
