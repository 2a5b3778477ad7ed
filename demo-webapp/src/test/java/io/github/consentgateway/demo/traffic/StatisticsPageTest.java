package io.github.consentgateway.demo.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of figures: whole, closed, and deaf to what is in the log")
final class StatisticsPageTest {

  private static final String HOSTILE =
      "https://\"><script>alert(1)</script><img src=x onerror=alert(2)>&{{7*7}}${1}\u202E\u001B[2J";

  private static List<JsonNode> events(String referrer) {
    List<JsonNode> events = new ArrayList<>();
    for (int client = 0; client < 30; client++) {
      events.add(Population.event("day", "c" + client));
      events.add(
          Population.event("day", "c" + client)
              .put("@timestamp", "2026-11-26T0%d:00:00Z".formatted(client % 2))
              .put("http.request.referrer", referrer)
              .put("user_agent.name", referrer)
              .put("device.class", referrer)
              .put("http.response.status_code", referrer)
              .put("event.duration.log2ms", referrer));
    }
    return events;
  }

  private static String page(String referrer, String language) {
    return StatisticsPage.of(
        Statistics.of(events(referrer)::forEach), language, Instant.parse("2026-11-27T12:00:00Z"));
  }

  private static void assertClosed(Document page) {
    assertEquals(0, page.select("script,link,img,iframe,object,embed,base,form,a,use").size());
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> {
                assertFalse(attribute.getKey().startsWith("on"), element::outerHtml);
                assertFalse(
                    List.of("src", "href", "style", "srcset", "action", "xlink:href")
                        .contains(attribute.getKey()),
                    element::outerHtml);
              });
    }
    String css = page.expectFirst("style").data();
    assertFalse(css.contains("url(") || css.contains("@import"), css);
  }

  @Test
  @DisplayName("a hostile referrer is shown as text and is nothing else")
  void hostileValuesAreText() {
    Document page = Jsoup.parse(page(HOSTILE, "en"));
    assertClosed(page);
    String shown = HOSTILE.replace('\u202E', '?').replace('\u001B', '?');
    assertTrue(
        page.select("th").stream().anyMatch(cell -> cell.text().equals(shown)), page::outerHtml);
  }

  @Test
  @DisplayName("positive control: unescaped, the same referrer is found out")
  void unescapedValueIsFound() {
    Document page = Jsoup.parse(page("none", "en").replace("</main>", HOSTILE + "</main>"));
    org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class, () -> assertClosed(page));
  }

  @Test
  @DisplayName("it is well-formed, in English and in French, and says its rules")
  void pageIsWhole() {
    for (String language : List.of("en", "fr")) {
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      Document page = parser.parseInput(page("https://www.example.org", language), "");
      assertEquals(List.of(), parser.getErrors(), language);
      assertClosed(page);
      assertEquals(language, page.expectFirst("html").attr("lang"));
      assertTrue(page.text().contains(language.equals("en") ? "ten clients" : "dix clients"));
      assertTrue(page.text().contains(language.equals("en") ? "Desktop" : "Ordinateur"));
      assertEquals(1, page.select("svg[role=img]").size(), "the plot has a name");
      assertEquals(6, page.select("table caption").size(), "each plot has a table");
    }
    assertTrue(page("none", "en").contains(Figures.RULES), "as the command's help says");
  }

  @Test
  @DisplayName("its policy allows its own style and nothing else")
  void policyFitsStyle() throws Exception {
    Document page = Jsoup.parse(page("none", "en"));
    String css = page.expectFirst("style").data();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'",
        page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"));
  }

  @Test
  @DisplayName("the hours are in a map and in a table, with the same numbers")
  void hoursAreToldTwice() {
    Document page = Jsoup.parse(page("https://www.example.org", "en"));
    assertEquals(48, page.select("svg[role=img] rect").size());
    assertTrue(page.html().contains("2026-11-26 01h: 15"), page::html);
    assertEquals(
        List.of("15", "15", "30"),
        page.select("details td").eachText().stream().filter(cell -> !cell.isEmpty()).toList());
  }
}
