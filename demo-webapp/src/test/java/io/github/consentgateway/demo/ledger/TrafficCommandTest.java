package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.traffic.Figures;
import io.github.consentgateway.gateway.MonthlyKeyWrapping;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.traffic.Browser;
import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("TL-13, log test 28: traffic stats, export and verify")
final class TrafficCommandTest extends TrafficOfficer {

  private static final String PAGE = "stats.html";

  /** Twelve clients with one browser, fifteen with a second, nine with a third. */
  @BeforeEach
  void note() throws IOException {
    try (Pseudonymizer pseudonymizer = pseudonymizer()) {
      note(
          CLOCK,
          IntStream.range(0, 36)
              .mapToObj(
                  client ->
                      event(
                          pseudonymizer,
                          Instant.now(),
                          "192.0.2." + client,
                          "/shop/*",
                          200,
                          browser(client))));
    }
  }

  private static Browser browser(int client) {
    if (client < 12) {
      return new Browser(Browser.Family.FIREFOX, 129);
    }
    return new Browser(client < 27 ? Browser.Family.CHROME : Browser.Family.OPERA, 130);
  }

  @Test
  @DisplayName("what fewer than ten clients have done is not shown, and no total gives it away")
  void fewAreNotShown() {
    assertEquals(0, traffic("stats"), err::toString);
    assertTrue(out.toString().matches("(?s).*Chrome 130 +15 .*"), out::toString);
    assertFalse(out.toString().contains("Opera"), out::toString);
    assertFalse(out.toString().contains("Firefox"), out::toString);
    assertTrue(out.toString().matches("(?s).*all others together\\) +20\\R.*"), out::toString);
    assertTrue(out.toString().matches("(?s).*none +35 .*"), out::toString);
    assertFalse(out.toString().contains("\u001B"), "this is no terminal");
    assertTrue(noted().contains("\"operation\":\"COUNT\",\"reference\":\"traffic\""), noted());
  }

  @Test
  @DisplayName("stats --html: a file of one's own (mode 0600), never written over unasked")
  void pageIsWritten() throws IOException {
    Path page = data.resolve(PAGE);
    assertEquals(0, traffic("stats", "--html", page.toString(), "--lang", "fr"), err::toString);
    String html = Files.readString(page);
    assertTrue(html.contains("Chrome 130") && html.contains("dix clients"), html);
    assertFalse(html.contains("Opera") || html.contains("Firefox"), html);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
    assertEquals(2, traffic("stats", "--html", page.toString()));
    assertTrue(err.toString().contains("exists; --force replaces it"), err::toString);
    assertEquals(html, Files.readString(page));
    assertEquals(0, traffic("stats", "--html", page.toString(), "--force"), err::toString);
    assertTrue(Files.readString(page).contains("ten clients"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
    assertTrue(noted().contains("\"reference\":\"traffic page\""), noted());
    assertEquals(2, traffic("stats", "--html", data.resolve("none/a.html").toString()));
    assertTrue(err.toString().contains("cannot be written"), err::toString);
  }

  @Test
  @DisplayName("stats --force replaces a link and not what it points to")
  void linksAreNotFollowed() throws IOException {
    Path other = Files.writeString(data.resolve("other"), "mine");
    Path page = Files.createSymbolicLink(data.resolve(PAGE), other);
    assertEquals(2, traffic("stats", "--html", page.toString()));
    assertEquals(0, traffic("stats", "--html", page.toString(), "--force"), err::toString);
    assertEquals("mine", Files.readString(other));
  }

  @Test
  @DisplayName("the rules are told by --help")
  void rulesAreTold() {
    assertEquals(0, traffic("stats", "--help"));
    assertTrue(out.toString().replaceAll("\\s+", " ").contains(Figures.RULES), out::toString);
  }

  @Test
  void eventsAreHandedOut() {
    assertEquals(0, traffic("export"), err::toString);
    assertEquals(36, out.toString().lines().count());
    assertFalse(out.toString().contains("192.0.2."), out::toString);
    assertEquals(0, traffic("export", "--format", "csv"), err::toString);
    assertEquals(37, out.toString().lines().count());
    assertTrue(out.toString().startsWith("@timestamp,event.dataset,epoch,"), out::toString);
    assertTrue(noted().contains("traffic csv"), noted());
    assertEquals(2, traffic("export", "--format", "xml"));
  }

  private int find(String address, String approver) {
    return traffic(
        "find",
        address,
        "--site",
        "www.example.fr",
        "--reference",
        "RG 26/1",
        "--approved-by",
        approver);
  }

  @Test
  @DisplayName(
      "AC-08: two persons find what stands for one address today; no range, no stranger, no day gone by")
  void oneAddressIsFound() {
    assertEquals(2, find("192.0.2.7", "Anne Petit"));
    assertTrue(err.toString().contains("in the memory of its process only"), err::toString);
    RecordKeys months = RecordKeys.open(data.resolve("consent-traffic-keys.json"), CLOCK);
    String expected;
    try (Pseudonymizer node =
        Pseudonymizer.shared(
            "www.example.fr",
            TrustedProxies.NONE,
            Optional.empty(),
            SqliteFile.at(data.resolve("consent-ledger.db")),
            new MonthlyKeyWrapping(months),
            CLOCK)) {
      expected = node.origin("192.0.2.7", name -> List.of()).client().orElseThrow().text();
    }
    assertEquals(2, find("192.0.2.7", "Marie Durand"), "the same person twice");
    assertEquals(2, find("192.0.2.7", "Jean Martin"), "who has no right");
    for (String range : List.of("192.0.2.0/24", "192.0.2.*", "192.0.2.1-9", "example.org", "")) {
      assertEquals(2, find(range, "Anne Petit"), range);
    }
    assertEquals("", out.toString());
    assertEquals(0, find("192.0.2.7", "Anne Petit"), err::toString);
    assertEquals(expected, out.toString().strip());
    assertTrue(noted().contains("\"reference\":\"traffic, RG 26/1\""), noted());
    assertFalse(noted().contains("192.0.2"), "the journal has no address");
  }

  @Test
  @DisplayName("positive control: a log that was changed ends with 1")
  void changedLogIsNamed() throws IOException {
    assertEquals(0, traffic("verify"), out::toString);
    assertTrue(out.toString().contains("The traffic log is whole."), out::toString);
    try (Stream<Path> files = Files.list(data.resolve("traffic"))) {
      Path packed = files.findFirst().orElseThrow();
      Files.writeString(
          packed.resolveSibling(packed.getFileName().toString().replace(".gz", "")), "{}\n");
      Files.delete(packed);
    }
    assertEquals(1, traffic("verify"));
    assertTrue(out.toString().contains("NOT WHOLE"), out::toString);
  }

  @Test
  @DisplayName("AC-01, AC-03: nobody looks without a right to it, and who tries is noted")
  void nobodyElseLooks() {
    for (String command : List.of("stats", "query", "export", "verify", "retention")) {
      assertEquals(2, trafficAs("Jean Martin", command), command);
      assertTrue(err.toString().contains("no right"), err::toString);
      assertEquals("", out.toString(), command);
    }
    assertEquals(5, noted().split("Jean Martin", -1).length - 1, noted());
    assertTrue(noted().contains("\"operation\":\"SHOW\""), noted());
  }
}
