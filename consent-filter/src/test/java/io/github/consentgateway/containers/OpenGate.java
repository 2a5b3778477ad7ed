package io.github.consentgateway.containers;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;

/**
 * A gate ready to be put in front of one container.
 *
 * @param filters make the servlet filters, once per web application, outermost first
 * @param handler puts the Jetty handler around the contexts; the identity when the gate has none
 * @param closing ends what the gate keeps running
 */
record OpenGate(List<Supplier<Filter>> filters, UnaryOperator<Handler> handler, Runnable closing) {
  static final OpenGate NONE = new OpenGate(List.of(), UnaryOperator.identity(), () -> {});

  OpenGate filter(Supplier<Filter> inner) {
    return new OpenGate(
        Stream.concat(filters.stream(), Stream.of(inner)).toList(), handler, closing);
  }

  OpenGate handler(UnaryOperator<Handler> other) {
    return new OpenGate(filters, other, closing);
  }

  OpenGate closing(Runnable other) {
    return new OpenGate(filters, handler, other);
  }
}
