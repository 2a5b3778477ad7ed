package io.github.consentgateway.demo;

import io.github.consentgateway.demo.gate.Gate;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;

/**
 * The gate as the server mounts it.
 *
 * @param gate what the shop sees of it
 * @param mount puts it around the shop
 * @param description who stands in front of the shop
 * @param dataDescription where it keeps its data
 */
record Guard(Gate gate, UnaryOperator<Handler> mount, String description, String dataDescription) {

  /** The shop alone. */
  static Guard none() {
    return new Guard(
        Gate.NONE, UnaryOperator.identity(), "WITHOUT the consent gateway", "none is kept");
  }

  /**
   * The shop at {@code site} behind the gateway: by this registry, with its keys in {@code data}.
   */
  static Guard of(Path registry, Path data, String site) {
    return new Guard(
        Gate.NONE, UnaryOperator.identity(), "behind the consent gateway", data.toString());
  }
}
