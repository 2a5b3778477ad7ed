package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("TL-09, log test 44: our matcher against a public list of browsers")
class BrowserCorpusTest {

  /** One browser of the list. */
  private record Row(String family, int major, String agent) {

    static Row of(String line) {
      String[] cells = line.split("\t", 3);
      return new Row(cells[0], Integer.parseInt(cells[1]), cells[2]);
    }

    boolean isSo(Browser browser) {
      return browser.name().text().equals(family) && browser.major() == major;
    }
  }

  private static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BrowserCorpusTest.class.getResourceAsStream("/user-agents.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Row::of)
          .toList();
    }
  }

  @Test
  @DisplayName(
      "family and major version agree in 97 of 100, for each of eleven families in 8 of 10")
  void familiesAgree() throws IOException {
    Map<String, int[]> agreement = new TreeMap<>();
    for (Row row : rows()) {
      int[] counts = agreement.computeIfAbsent(row.family(), unused -> new int[2]);
      counts[0] += row.isSo(AgentProducts.browser(row.agent())) ? 1 : 0;
      counts[1]++;
    }
    agreement.forEach(
        (family, counts) -> System.out.printf("%s %d/%d%n", family, counts[0], counts[1]));
    assertEquals(11, agreement.size());
    int agreed = agreement.values().stream().mapToInt(counts -> counts[0]).sum();
    int all = agreement.values().stream().mapToInt(counts -> counts[1]).sum();
    assertTrue(all > 500, "rows: " + all);
    assertTrue(agreed >= all * 0.97, agreed + " of " + all);
    agreement.forEach(
        (family, counts) -> assertTrue(counts[0] >= counts[1] * 0.8, family + counts[0]));
  }

  @Test
  @DisplayName("positive control: without the order of families most of Edge and Opera are Chrome")
  void orderMatters() throws IOException {
    List<Row> relatives =
        rows().stream()
            .filter(row -> row.family().equals("Edge") && row.agent().contains("Chrome/"))
            .toList();
    assertTrue(relatives.size() >= 3, "relatives " + relatives.size());
    for (Row row : relatives) {
      String disguised = row.agent().replaceAll("Edg[A-Za-z]*/", "Other/");
      assertEquals(Browser.Family.CHROME, AgentProducts.browser(disguised).name(), disguised);
    }
  }
}
