package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.gateway.EvidenceSegmentSigner;
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
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine;

/** An officer who looks into a traffic log. */
abstract class TrafficOfficer extends Officer {

  static final Clock CLOCK = Clock.systemUTC();
  static final String SITE = "www.example.fr";

  /** One who may count and delete, and not look at rows. */
  static final String ENGINEER = "Paul Roux";

  Path directory() {
    return data.resolve("traffic");
  }

  TrafficSegments segments() {
    SigningKeys keys = SigningKeys.open(data.resolve("consent-signing-keys.json"), CLOCK);
    return new TrafficSegments(directory(), new EvidenceSegmentSigner(keys));
  }

  /** Writes events into a segment of their own, which is begun when the clock says. */
  void note(Clock clock, Stream<TrafficEvent> events) throws IOException {
    Files.createDirectories(directory());
    try (TrafficLog log = segments().open(SITE, clock)) {
      events.forEach(log::record);
    }
  }

  static Pseudonymizer pseudonymizer() {
    return Pseudonymizer.passing(SITE, TrustedProxies.NONE, Optional.empty(), CLOCK);
  }

  static TrafficEvent event(
      Pseudonymizer pseudonymizer, Instant at, String peer, String route, int status) {
    return event(pseudonymizer, at, peer, route, status, new Browser(Browser.Family.FIREFOX, 129));
  }

  static TrafficEvent event(
      Pseudonymizer pseudonymizer,
      Instant at,
      String peer,
      String route,
      int status,
      Browser browser) {
    return new TrafficEvent(
        at,
        pseudonymizer.origin(peer, name -> List.of()),
        new Asked(
            Method.GET, Route.of(route), Protocol.HTTP_1_1, Referrer.NONE, browser, Device.DESKTOP),
        Answered.of(status, OptionalLong.empty(), Duration.ofMillis(3), Optional.empty()),
        new Standing(State.UNDECIDED, false, 0, 0));
  }

  /** Gives the engineer a right as well. */
  void admitEngineer() throws IOException {
    Path rights = data.resolve("consent-access.json");
    Files.writeString(
        rights,
        Files.readString(rights)
            .replace(
                "]}",
                ",{\"name\":\"%s\",\"role\":\"TECHNICAL\",\"reason\":\"runs it\",\"until\":\"%s\"}]}"
                    .formatted(ENGINEER, LocalDate.now(ZoneOffset.UTC).plusDays(30))));
  }

  int trafficAs(String person, String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString(), "--as", person))
            .toArray(String[]::new);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new TrafficCommand())
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Refused())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  int traffic(String... arguments) {
    return trafficAs("Marie Durand", arguments);
  }
}
