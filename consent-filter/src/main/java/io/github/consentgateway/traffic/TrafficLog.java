package io.github.consentgateway.traffic;

import java.lang.System.Logger.Level;

/**
 * Where the events of the traffic go. An implementation never keeps a request waiting, and never
 * throws; it is thread-safe.
 *
 * <p>{@link TrafficEvent#json} has the members of this table, always all of them in this order. The
 * names are those of OpenTelemetry's <a
 * href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/">semantic conventions</a>
 * where these have the very thing; what they have as an address, a path or an exact number has
 * another name here, so that nobody takes one for the other.
 *
 * <table>
 *   <caption>Members of an event</caption>
 *   <tr><th>member</th><th>value</th><th>whose name</th></tr>
 *   <tr><td>{@code @timestamp}</td><td>RFC 3339, UTC, whole seconds</td><td>Elastic Common
 *       Schema; OpenTelemetry's {@code Timestamp}</td></tr>
 *   <tr><td>{@code event.dataset}</td><td>{@code consentgate.traffic}</td><td>ECS;
 *       OpenTelemetry's {@code EventName}</td></tr>
 *   <tr><td>{@code epoch}</td><td>day and commitment of the key, or null</td><td>ours</td></tr>
 *   <tr><td>{@code client.id, client.net}</td><td>{@link Pseudonym}, or null</td><td>ours; never
 *       {@code client.address}; the former may go to {@code enduser.pseudo.id}</td></tr>
 *   <tr><td>{@code network.type}</td><td>{@code ipv4, ipv6, unknown}</td><td>OpenTelemetry</td></tr>
 *   <tr><td>{@code client.source, pseudonym.status}</td><td>{@link ClientSource}; {@code ok,
 *       unavailable, invalid}</td><td>ours</td></tr>
 *   <tr><td>{@code http.request.method}</td><td>a known one, or {@code _OTHER}</td>
 *       <td>OpenTelemetry</td></tr>
 *   <tr><td>{@code http.route}</td><td>{@link Route}</td><td>OpenTelemetry</td></tr>
 *   <tr><td>{@code network.protocol.version}</td><td>{@code 1.0, 1.1, 2, 3, other}</td>
 *       <td>OpenTelemetry</td></tr>
 *   <tr><td>{@code http.request.referrer}</td><td>{@link Referrer}</td><td>ECS, origin only</td></tr>
 *   <tr><td>{@code user_agent.name, user_agent.version}</td><td>{@link Browser}; the major version,
 *       or null</td><td>OpenTelemetry</td></tr>
 *   <tr><td>{@code device.class}</td><td>{@link Device}</td><td>ours</td></tr>
 *   <tr><td>{@code http.response.status_code}</td><td>a number</td><td>OpenTelemetry</td></tr>
 *   <tr><td>{@code http.response.size.log2}</td><td>power of two of octets, or null</td><td>ours, in
 *       the place of {@code http.response.body.size}</td></tr>
 *   <tr><td>{@code event.duration.log2ms, session.duration.log2s}</td><td>powers of two of
 *       milliseconds and of seconds; the latter null without a session</td><td>ours</td></tr>
 *   <tr><td>{@code consent.state, consent.gpc}</td><td>{@link TrafficEvent.State}; whether the
 *       signal is on</td><td>ours</td></tr>
 *   <tr><td>{@code cookies.dropped, cookies.shortened}</td><td>numbers</td><td>ours</td></tr>
 * </table>
 */
public interface TrafficLog extends AutoCloseable {

  /** Takes an event; it may be lost if there are too many, and then that is told. */
  void record(TrafficEvent event);

  /** Keeps what waits, and ends. */
  @Override
  void close();

  /** Keeps nothing. */
  static TrafficLog none() {
    return new TrafficLog() {
      @Override
      public void record(TrafficEvent event) {}

      @Override
      public void close() {}
    };
  }

  /** Hands each event on to the {@code System.Logger} of this name, as JSON, at level INFO. */
  static TrafficLog to(String logger) {
    System.Logger log = System.getLogger(logger);
    return new TrafficLog() {
      @Override
      public void record(TrafficEvent event) {
        log.log(Level.INFO, event::json);
      }

      @Override
      public void close() {}
    };
  }
}
