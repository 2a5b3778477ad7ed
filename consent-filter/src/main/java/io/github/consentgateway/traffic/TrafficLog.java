package io.github.consentgateway.traffic;

import java.lang.System.Logger.Level;

/**
 * Where the events of the traffic go. An implementation never keeps a request waiting, and never
 * throws; it is thread-safe.
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
