package io.github.consentgateway.demo.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events somebody asks for. Immutable.
 *
 * @param from the first instant
 * @param to the instant before which they began
 * @param client what stands for a client
 * @param network what stands for a network
 * @param status three digits, or one and {@code xx}
 * @param route the pattern, as the application has written it
 * @param limit how many of them at most, the latest
 */
public record EventFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> client,
    Optional<String> network,
    Optional<String> status,
    Optional<String> route,
    int limit) {

  /** A segment has the events of an hour, and of a little more if it was busy. */
  private static final Duration SEGMENT = Duration.ofHours(2);

  /** A request is noted when it is over, under the time when it began. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Whether a segment that was begun then may have such events. */
  public boolean mayBeIn(Instant begun) {
    return from.filter(first -> begun.plus(SEGMENT).isBefore(first)).isEmpty()
        && to.filter(end -> begun.minus(LONGEST).isAfter(end)).isEmpty();
  }

  /** Whether this is one of them. */
  public boolean admits(JsonNode event) {
    Optional<Instant> at = Events.at(event);
    return at.filter(from.orElse(Instant.MIN)::isAfter).isEmpty()
        && at.filter(begun -> begun.isBefore(to.orElse(Instant.MAX))).isPresent()
        && is(event, "client.id", client)
        && is(event, "client.net", network)
        && is(event, "http.route", route)
        && status.filter(asked -> !isStatus(event, asked)).isEmpty();
  }

  private static boolean is(JsonNode event, String field, Optional<String> asked) {
    return asked.filter(value -> !value.equals(event.path(field).asText())).isEmpty();
  }

  private static boolean isStatus(JsonNode event, String asked) {
    String status = event.path("http.response.status_code").asText();
    return asked.endsWith("xx")
        ? status.length() == asked.length() && status.charAt(0) == asked.charAt(0)
        : status.equals(asked);
  }

  /** All of it, for a journal. */
  public String text() {
    return Stream.of(
            said("from", from),
            said("to", to),
            said("client", client),
            said("network", network),
            said("status", status),
            said("route", route),
            "limit=" + limit)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String said(String name, Optional<?> value) {
    return value.map(known -> name + "=" + known).orElse("");
  }
}
