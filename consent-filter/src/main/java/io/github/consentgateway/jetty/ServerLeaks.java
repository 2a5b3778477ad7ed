package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.AddressLeak;
import io.github.consentgateway.gateway.ConsentGateway;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/**
 * What a server does with addresses beside the traffic log, as it is when it starts: its request
 * log, and a {@link ForwardedRequestCustomizer} in any connector. Handlers and customizers of other
 * kinds, and what is added later, are not seen.
 */
record ServerLeaks(Server server) {

  void tell(ConsentGateway gateway) {
    gateway.warn(
        AddressLeak.ACCESS_LOG,
        names(Stream.of(Optional.ofNullable(server.getRequestLog())).flatMap(Optional::stream)));
    gateway.warn(AddressLeak.FORWARDED, names(customizers()));
  }

  private Stream<ForwardedRequestCustomizer> customizers() {
    return Stream.of(server.getConnectors())
        .flatMap(connector -> connector.getConnectionFactories().stream())
        .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
        .map(HttpConfiguration.ConnectionFactory.class::cast)
        .flatMap(factory -> factory.getHttpConfiguration().getCustomizers().stream())
        .filter(ForwardedRequestCustomizer.class::isInstance)
        .map(ForwardedRequestCustomizer.class::cast);
  }

  private static Set<String> names(Stream<?> found) {
    return found.map(each -> each.getClass().getName()).collect(Collectors.toSet());
  }
}
