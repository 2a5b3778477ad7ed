package io.github.consentgateway.demo.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.gateway.EvidenceSegmentSigner;
import io.github.consentgateway.gateway.MonthlyKeyWrapping;
import io.github.consentgateway.record.SqliteFile;
import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.token.SigningKeys;
import io.github.consentgateway.traffic.Browser;
import io.github.consentgateway.traffic.Device;
import io.github.consentgateway.traffic.Pseudonymizer;
import io.github.consentgateway.traffic.Referrer;
import io.github.consentgateway.traffic.Route;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficEvent.Answered;
import io.github.consentgateway.traffic.TrafficEvent.Asked;
import io.github.consentgateway.traffic.TrafficEvent.Method;
import io.github.consentgateway.traffic.TrafficEvent.Protocol;
import io.github.consentgateway.traffic.TrafficEvent.Standing;
import io.github.consentgateway.traffic.TrafficEvent.State;
import io.github.consentgateway.traffic.TrafficLog;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrustedProxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("TL-13, log test 28: traffic stats, export and verify")
final class TrafficCommandTest extends Officer {

  private static final Clock CLOCK = Clock.systemUTC();

  /** Twelve clients with one browser, nine with another. */
  @BeforeEach
  void note() throws IOException {
    Path traffic = Files.createDirectory(data.resolve("traffic"));
    SigningKeys keys = SigningKeys.open(data.resolve("consent-signing-keys.json"), CLOCK);
    try (TrafficLog log =
            new TrafficSegments(traffic, new EvidenceSegmentSigner(keys))
                .open("www.example.fr", CLOCK);
        Pseudonymizer pseudonymizer =
            Pseudonymizer.passing("www.example.fr", TrustedProxies.NONE, Optional.empty(), CLOCK)) {
      for (int client = 0; client < 21; client++) {
        Browser.Family family = client < 12 ? Browser.Family.FIREFOX : Browser.Family.OPERA;
        log.record(event(pseudonymizer, "192.0.2." + client, new Browser(family, 129)));
      }
    }
  }

  private static TrafficEvent event(Pseudonymizer pseudonymizer, String peer, Browser browser) {
    return new TrafficEvent(
        Instant.now(),
        pseudonymizer.origin(peer, name -> List.of()),
        new Asked(
            Method.GET,
            Route.of("/shop/*"),
            Protocol.HTTP_1_1,
            Referrer.NONE,
            browser,
            Device.DESKTOP),
        Answered.of(200, OptionalLong.empty(), Duration.ofMillis(3), Optional.empty()),
        new Standing(State.UNDECIDED, false, 0, 0));
  }

  private int traffic(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.of(arguments), Stream.of("--data", data.toString(), "--as", "Marie Durand"))
            .toArray(String[]::new);
    return new CommandLine(new TrafficCommand())
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Refused())
        .setOut(new java.io.PrintWriter(out, true))
        .setErr(new java.io.PrintWriter(err, true))
        .execute(all);
  }

  @Test
  @DisplayName("what fewer than ten clients have done is not shown by itself")
  void fewAreNotShown() {
    assertEquals(0, traffic("stats"), err::toString);
    assertTrue(out.toString().contains("Firefox 129"), out::toString);
    assertFalse(out.toString().contains("Opera"), out::toString);
    assertTrue(out.toString().matches("(?s).*none +21 #+.*"), out::toString);
    assertTrue(noted().contains("\"operation\":\"COUNT\",\"reference\":\"traffic\""), noted());
  }

  @Test
  void eventsAreHandedOut() {
    assertEquals(0, traffic("export"), err::toString);
    assertEquals(21, out.toString().lines().count());
    assertFalse(out.toString().contains("192.0.2."), out::toString);
    out.getBuffer().setLength(0);
    assertEquals(0, traffic("export", "--format", "csv"), err::toString);
    assertEquals(22, out.toString().lines().count());
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
  void nobodyElseLooks() {
    assertEquals(
        2,
        new CommandLine(new TrafficCommand())
            .setParameterExceptionHandler(new WrongUsage())
            .setExecutionExceptionHandler(new Refused())
            .setErr(new java.io.PrintWriter(err, true))
            .execute("export", "--data", data.toString(), "--as", "Jean Martin"));
    assertTrue(err.toString().contains("no right"), err::toString);
  }
}
