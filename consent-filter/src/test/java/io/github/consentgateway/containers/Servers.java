package io.github.consentgateway.containers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts each container once per gate, on first use, for all test classes; stops them and prints
 * the score after the last.
 */
final class Servers implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pool.class;
  }

  @Override
  public Pool resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Servers.class))
        .computeIfAbsent(Pool.class);
  }

  /** The running containers. */
  static final class Pool implements AutoCloseable {
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    final Score score = new Score();

    Running get(Container container, Gate gate) {
      return running.computeIfAbsent(container + " " + gate, key -> Running.start(container, gate));
    }

    @Override
    public void close() {
      running.values().forEach(Running::close);
      score.print();
    }
  }
}
