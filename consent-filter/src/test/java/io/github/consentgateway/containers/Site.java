package io.github.consentgateway.containers;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

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
    return open(type, Gate.valueOf(gate).open());
  }

  /** Starts one that does these things of {@link Beside} too, with or without a traffic log. */
  public static AutoCloseable open(
      Class<? extends Host> type, String gate, List<String> beside, boolean noting)
      throws Exception {
    Gate kind = Gate.valueOf(gate);
    Set<Beside> others = beside.stream().map(Beside::valueOf).collect(Collectors.toSet());
    return open(type, kind.open(Gate.gateway(Gate.policy(), noting)).beside(others));
  }

  private static Site open(Class<? extends Host> type, OpenGate gate) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    Host host = type.getDeclaredConstructor().newInstance();
    host.start(gate);
    return new Site(host, gate);
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
