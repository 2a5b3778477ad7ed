package io.github.consentgateway.containers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;

/**
 * A gate ready to be put in front of one container.
 *
 * @param filters make the servlet filters, once per web application, outermost first
 * @param dispatches what the filters are mapped for
 * @param handler puts the Jetty handler around the contexts; the identity when the gate has none
 * @param beside what the container does beside it
 * @param closing ends what the gate keeps running
 */
record OpenGate(
    List<Supplier<Filter>> filters,
    EnumSet<DispatcherType> dispatches,
    UnaryOperator<Handler> handler,
    Set<Beside> beside,
    Runnable closing) {
  static final EnumSet<DispatcherType> EVERY = EnumSet.allOf(DispatcherType.class);
  static final OpenGate NONE =
      new OpenGate(List.of(), EVERY, UnaryOperator.identity(), Beside.NOTHING, () -> {});

  OpenGate filter(Supplier<Filter> inner) {
    return new OpenGate(
        Stream.concat(filters.stream(), Stream.of(inner)).toList(),
        dispatches,
        handler,
        beside,
        closing);
  }

  OpenGate dispatches(EnumSet<DispatcherType> other) {
    return new OpenGate(filters, other, handler, beside, closing);
  }

  OpenGate handler(UnaryOperator<Handler> other) {
    return new OpenGate(filters, dispatches, other, beside, closing);
  }

  OpenGate beside(Set<Beside> others) {
    return new OpenGate(filters, dispatches, handler, others, closing);
  }

  OpenGate closing(Runnable other) {
    return new OpenGate(filters, dispatches, handler, beside, other);
  }
}
