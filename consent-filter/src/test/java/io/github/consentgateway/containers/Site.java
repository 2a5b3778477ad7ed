package io.github.consentgateway.containers;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The far side of the border between class loaders: a started host that speaks only JDK types;
 * public for that border only.
 */
public final class Site implements AutoCloseable {
  /** Held, because the log manager forgets the levels of loggers that nobody refers to. */
  private static final List<Logger> QUIET =
      List.of("org.apache", "io.undertow", "org.xnio", "org.jboss", "org.eclipse.jetty").stream()
          .map(Logger::getLogger)
          .toList();

  private final Host host;
  private final OpenGate gate;

  private Site(Host host, OpenGate gate) {
    this.host = host;
    this.gate = gate;
  }

  /** Starts a host of this class behind the gate of this name. */
  public static AutoCloseable open(Class<? extends Host> type, String gate) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    Host host = type.getDeclaredConstructor().newInstance();
    OpenGate open = Gate.valueOf(gate).open();
    host.start(open);
    return new Site(host, open);
  }

  @Override
  public String toString() {
    return Integer.toString(host.port());
  }

  @Override
  public void close() {
    host.close();
    gate.closing().run();
  }
}
