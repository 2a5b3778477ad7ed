package io.github.consentgateway.containers;

import jakarta.servlet.Filter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;

/**
 * A gate ready to be put in front of one container.
 *
 * @param filter makes the servlet filter, once per web application; empty when the gate has none
 * @param handler puts the Jetty handler around the contexts; the identity when the gate has none
 * @param closing ends what the gate keeps running
 */
record OpenGate(
    Optional<Supplier<Filter>> filter, UnaryOperator<Handler> handler, Runnable closing) {
  static final OpenGate NONE = new OpenGate(Optional.empty(), UnaryOperator.identity(), () -> {});

  OpenGate filter(Supplier<Filter> other) {
    return new OpenGate(Optional.of(other), handler, closing);
  }

  OpenGate handler(UnaryOperator<Handler> other) {
    return new OpenGate(filter, other, closing);
  }

  OpenGate closing(Runnable other) {
    return new OpenGate(filter, handler, other);
  }
}
