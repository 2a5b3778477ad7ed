package io.github.consentgateway.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * All that is kept of an exchange, and there is no place for anything else: no address, no path, no
 * query, no cookie, no name, no fraction of a second. Immutable.
 *
 * @param at when it began; whole seconds, what is finer is cut off
 */
public record TrafficEvent(
    Instant at, Origin origin, Asked asked, Answered answered, Standing standing) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 640;

  /** Cuts the fraction of the second off. */
  public TrafficEvent {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Who asked, as far as it can be said.
   *
   * @param epoch the key that the pseudonyms were made with; empty without one
   * @param client what stands for the client on that day
   * @param network what stands for its network on that day
   */
  public record Origin(
      Optional<String> epoch,
      Optional<Pseudonym> client,
      Optional<Pseudonym> network,
      Network type,
      ClientSource source) {}

  /** The family of an address. */
  public enum Network {
    IPV4,
    IPV6,
    UNKNOWN
  }

  /** What was asked for. */
  public record Asked(
      Method method,
      Route route,
      Protocol protocol,
      Referrer referrer,
      Browser browser,
      Device device) {

    /**
     * What is kept of a request.
     *
     * @param site the host of this site
     * @param fields the first value of a request field
     */
    public static Asked of(
        String method,
        Route route,
        String protocol,
        String site,
        Function<String, Optional<String>> fields) {
      Browser browser = Browser.of(fields);
      return new Asked(
          Method.of(method),
          route,
          Protocol.of(protocol),
          Referrer.of(fields.apply("Referer"), site),
          browser,
          Device.of(browser, fields));
    }

    /** The same under another pattern. */
    public Asked under(Route other) {
      return new Asked(method, other, protocol, referrer, browser, device);
    }
  }

  /** The methods that are told apart. */
  public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    CONNECT,
    OPTIONS,
    TRACE,
    PATCH,
    /** Any other, which could be anything. */
    OTHER;

    /** The method of this name; they are case-sensitive (RFC 9110). */
    public static Method of(String name) {
      for (Method method : values()) {
        if (method != OTHER && method.name().equals(name)) {
          return method;
        }
      }
      return OTHER;
    }
  }

  /** The versions of HTTP that are told apart. */
  public enum Protocol {
    HTTP_1_0("1.0"),
    HTTP_1_1("1.1"),
    HTTP_2("2"),
    HTTP_3("3"),
    OTHER("other");

    private final String text;

    Protocol(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** The version of a name such as {@code HTTP/1.1}. */
    public static Protocol of(String name) {
      return switch (name) {
        case "HTTP/1.0" -> HTTP_1_0;
        case "HTTP/1.1" -> HTTP_1_1;
        case "HTTP/2.0", "HTTP/2" -> HTTP_2;
        case "HTTP/3.0", "HTTP/3" -> HTTP_3;
        default -> OTHER;
      };
    }
  }

  /**
   * What was answered. Sizes and times are powers of two: the greatest that is not above them.
   *
   * @param size of the body in octets; empty if nobody knows
   * @param duration of the exchange in milliseconds
   * @param session how long the visitor's session has lasted, in seconds; empty without one
   */
  public record Answered(int status, OptionalInt size, int duration, OptionalInt session) {

    /** As {@link Answered}, of exact numbers, which are forgotten. */
    public static Answered of(
        int status, OptionalLong octets, Duration duration, Optional<Duration> session) {
      return new Answered(
          status,
          octets.isPresent() ? Bucket.of(octets.getAsLong()) : OptionalInt.empty(),
          Bucket.log2(duration.toMillis()),
          session.isPresent() ? Bucket.of(session.get().toSeconds()) : OptionalInt.empty());
    }
  }

  /**
   * How the visitor stands to cookies, and what the gate did; nothing that tells one from another.
   */
  public record Standing(State state, boolean gpc, int dropped, int shortened) {}

  /** What a visitor has decided. */
  public enum State {
    UNDECIDED,
    REFUSED,
    PARTIAL,
    ALL
  }

  /** The event as a JSON object in one line, under the names of OpenTelemetry where it has some. */
  public String json() {
    StringWriter text = new StringWriter(USUAL_LENGTH);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      new EventLine().write(this, out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can be written", e);
    }
    return text.toString();
  }
}
