package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.AddressLeak;
import io.github.consentgateway.gateway.ConsentGateway;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the container around an application does with addresses beside the traffic log, as far as an
 * application can see it when it starts:
 *
 * <ul>
 *   <li>Jetty 12: the request log of the server, and a {@code ForwardedRequestCustomizer} in any
 *       connector;
 *   <li>Tomcat: any {@code AccessLog} among the valves of context, host and engine, and a {@code
 *       RemoteIpValve};
 *   <li>Undertow: handlers for either that the deployment itself names as wrappers. A handler
 *       around the deployment, where {@code Undertow.Builder}, Spring Boot and WildFly put their
 *       access logs, and a wrapper written as a lambda cannot be seen from inside.
 * </ul>
 *
 * <p>Nor can a proxy in front, other containers, filters and loggers of the application, or what is
 * added after the start. Nothing here fails: what cannot be asked is taken not to be there.
 */
record ContainerLeaks(ServletContext context) {

  private static final String UNDERTOW = "io.undertow.server.handlers.";

  void tell(ConsentGateway gateway) {
    if (gateway.notesTraffic()) {
      gateway.warn(AddressLeak.ACCESS_LOG, names(accessLogs()));
      gateway.warn(AddressLeak.FORWARDED, names(forwarding()));
    }
  }

  private Stream<Reflected> accessLogs() {
    return Stream.of(
            server().flatMap(server -> server.ask("getRequestLog").stream()),
            valves().filter(valve -> valve.isA("org.apache.catalina.AccessLog")),
            wrappers(name -> name.startsWith(UNDERTOW + "accesslog.")))
        .flatMap(found -> found);
  }

  private Stream<Reflected> forwarding() {
    return Stream.of(
            customizers()
                .filter(each -> each.isA("org.eclipse.jetty.server.ForwardedRequestCustomizer")),
            valves().filter(valve -> valve.isA("org.apache.catalina.valves.RemoteIpValve")),
            wrappers(
                name ->
                    name.startsWith(UNDERTOW + "ProxyPeerAddressHandler")
                        || name.startsWith(UNDERTOW + "ForwardedHandler")))
        .flatMap(found -> found);
  }

  private Stream<Reflected> server() {
    return new Reflected(context)
            .ask("getContext")
            .flatMap(scope -> scope.ask("getContextHandler"))
            .flatMap(handler -> handler.ask("getServer"))
            .stream();
  }

  private Stream<Reflected> customizers() {
    return server()
        .flatMap(server -> server.all("getConnectors"))
        .flatMap(connector -> connector.all("getConnectionFactories"))
        .flatMap(factory -> factory.ask("getHttpConfiguration").stream())
        .flatMap(http -> http.all("getCustomizers"));
  }

  /** Of the context and of all that it is in; Tomcat hands the context out with its resources. */
  private Stream<Reflected> valves() {
    return Stream.ofNullable(context.getAttribute("org.apache.catalina.resources"))
        .flatMap(resources -> new Reflected(resources).ask("getContext").stream())
        .flatMap(ContainerLeaks::outwards)
        .flatMap(container -> container.ask("getPipeline").stream())
        .flatMap(pipeline -> pipeline.all("getValves"));
  }

  private static Stream<Reflected> outwards(Reflected container) {
    return Stream.concat(
        Stream.of(container),
        container.ask("getParent").stream().flatMap(ContainerLeaks::outwards));
  }

  private Stream<Reflected> wrappers(Predicate<String> names) {
    return new Reflected(context)
        .ask("getDeployment").flatMap(deployment -> deployment.ask("getDeploymentInfo")).stream()
            .flatMap(
                info ->
                    Stream.of(
                            "getInitialHandlerChainWrappers",
                            "getOuterHandlerChainWrappers",
                            "getInnerHandlerChainWrappers")
                        .flatMap(info::all))
            .filter(wrapper -> names.test(wrapper.name()));
  }

  private static Set<String> names(Stream<Reflected> found) {
    return found.map(Reflected::name).collect(Collectors.toSet());
  }
}
