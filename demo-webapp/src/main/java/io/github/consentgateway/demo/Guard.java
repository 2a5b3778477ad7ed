package io.github.consentgateway.demo;

import io.github.consentgateway.demo.gate.Gate;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import io.github.consentgateway.gateway.SetupException;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.servlet.ConsentFilter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.eclipse.jetty.server.Handler;

/**
 * The gate as the server mounts it.
 *
 * @param gate what the shop sees of it
 * @param mount puts it around the shop
 * @param description who stands in front of the shop
 * @param dataDescription where it keeps its data
 * @param ending what is to be done when the server has stopped
 */
record Guard(
    Gate gate,
    UnaryOperator<Handler> mount,
    String description,
    String dataDescription,
    Runnable ending) {

  /** The shop alone. */
  static Guard none() {
    return new Guard(
        Gate.NONE,
        UnaryOperator.identity(),
        "WITHOUT the consent gateway",
        "none is kept",
        () -> {});
  }

  /** The shop at {@code site} behind the gateway, with its keys in {@code data}. */
  static Guard of(Registry registry, Path data, Optional<DataSource> database, String site)
      throws CannotStart {
    ConsentGateway gateway = gateway(registry, data, database, site);
    Gate gate =
        new Gate(
            true,
            Optional.of(new ConsentFilter(gateway)),
            (request, purpose) -> ConsentFilter.consent(request).allows(purpose),
            new PolicyExplanation(gateway, Clock.systemUTC()));
    return new Guard(
        gate,
        shop -> new ConsentHandler(gateway, shop),
        "behind the consent gateway",
        data.toString(),
        gateway::close);
  }

  private static ConsentGateway gateway(
      Registry registry, Path data, Optional<DataSource> database, String site) throws CannotStart {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder().site(site).data(data).traffic(data.resolve("traffic"));
    database.ifPresent(builder::ledger);
    try {
      return registry.applyTo(builder).build();
    } catch (SetupException e) {
      throw new CannotStart(String.join(System.lineSeparator(), e.problems()), e);
    }
  }
}
