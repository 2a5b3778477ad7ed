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
 * @param consent the Cookie header text that proves consent to the purpose audience at this gate
 */
record OpenGate(Optional<Supplier<Filter>> filter, UnaryOperator<Handler> handler, String consent) {

  static OpenGate withFilter(Supplier<Filter> filter, String consent) {
    return new OpenGate(Optional.of(filter), handler -> handler, consent);
  }

  static OpenGate withHandler(UnaryOperator<Handler> handler, String consent) {
    return new OpenGate(Optional.empty(), handler, consent);
  }
}
