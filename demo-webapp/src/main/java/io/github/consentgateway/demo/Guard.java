package io.github.consentgateway.demo;

import io.github.consentgateway.demo.gate.Gate;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import io.github.consentgateway.gateway.SetupException;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.servlet.ConsentFilter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** The shop behind the gateway, with keys in {@code data}. */
  static Guard of(Registry registry, Path data, DemoServer server) throws CannotStart {
    makeWritable(data);
    ConsentGateway gateway = gateway(registry, data, server.address());
    Gate gate =
        new Gate(
            true,
            Optional.of(new ConsentFilter(gateway)),
            (request, purpose) -> ConsentFilter.consent(request).allows(purpose),
            new PolicyExplanation(gateway));
    return new Guard(
        gate,
        shop -> new ConsentHandler(gateway, shop),
        "behind the consent gateway",
        data.toAbsolutePath().normalize().toString());
  }

  private static ConsentGateway gateway(Registry registry, Path data, URI address)
      throws CannotStart {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder().site("http://" + address.getAuthority()).data(data);
    if (registry.file() == null) {
      builder.policy(registry.text(), "consent.yaml");
    } else {
      builder.policy(registry.file());
    }
    try {
      return builder.build();
    } catch (SetupException e) {
      throw new CannotStart(String.join(System.lineSeparator(), e.problems()), e);
    }
  }

  private static void makeWritable(Path data) throws CannotStart {
    try {
      Files.createDirectories(data);
    } catch (FileAlreadyExistsException e) {
      throw new CannotStart("--data: " + data + " is a file, not a directory.", e);
    } catch (IOException e) {
      throw new CannotStart("--data: the directory " + data + " cannot be created.", e);
    }
    if (!Files.isWritable(data)) {
      throw new CannotStart("--data: the directory " + data + " cannot be written to.");
    }
  }
}
