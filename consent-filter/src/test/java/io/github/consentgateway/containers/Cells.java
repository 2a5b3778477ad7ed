package io.github.consentgateway.containers;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The cells of the matrix without its routes: a container behind a gate. Named for method sources.
 */
final class Cells {

  private Cells() {}

  static Stream<Arguments> none() {
    return of(Gate.NONE::equals);
  }

  static Stream<Arguments> naive() {
    return of(Gate.NAIVE::equals);
  }

  static Stream<Arguments> complete() {
    return of(Gate::complete);
  }

  /** Every complete gate, mapped once. */
  static Stream<Arguments> single() {
    return of(gate -> gate.complete() && gate != Gate.TWICE);
  }

  /** The filter, the handler, and both. */
  static Stream<Arguments> plain() {
    return of(gate -> gate == Gate.FILTER || gate == Gate.HANDLER || gate == Gate.BOTH);
  }

  static Stream<Arguments> filtering() {
    return of(Gate::hasFilter);
  }

  /** Where filters may stand outside the gate. */
  static Stream<Arguments> outermostFilter() {
    return of(gate -> gate.hasFilter() && !gate.hasHandler());
  }

  /** Where nothing of the servlet API stands between container and application. */
  static Stream<Arguments> unwrapped() {
    return of(gate -> gate == Gate.NONE || gate == Gate.HANDLER);
  }

  static Stream<Arguments> all() {
    return of(gate -> true);
  }

  private static Stream<Arguments> of(Predicate<Gate> gates) {
    return Stream.of(Gate.values()).filter(gates).flatMap(Cells::of);
  }

  private static Stream<Arguments> of(Gate gate) {
    return Stream.of(Container.values())
        .filter(container -> container.supports(gate))
        .map(container -> argumentSet(gate + " " + container, container, gate));
  }
}
