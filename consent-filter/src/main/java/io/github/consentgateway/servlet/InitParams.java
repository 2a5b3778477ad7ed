package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.ConsentGatewayBuilder;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The filter's settings as text; each is one of the builder's under the same name. */
final class InitParams {

  static final String DEFAULT_CONFIG = "consent.yaml";
  static final String CONTEXT_PREFIX = "consent.";
  private static final Set<String> KNOWN =
      Stream.concat(
              Stream.of("config", "data", "site", "base", "ledger"), TrafficParams.KNOWN.stream())
          .collect(Collectors.toUnmodifiableSet());

  private InitParams() {}

  static ConsentGateway gateway(FilterConfig config) throws ServletException {
    Set<String> unknown = new TreeSet<>(Collections.list(config.getInitParameterNames()));
    unknown.removeAll(KNOWN);
    if (!unknown.isEmpty()) {
      throw new ServletException(
          "Unknown init-params %s; known are %s".formatted(unknown, new TreeSet<>(KNOWN)));
    }
    return gateway(config::getInitParameter, config.getServletContext());
  }

  /** Refuses context-params that look like ours and are not. */
  static void refuseUnknown(ServletContext context) throws ServletException {
    Set<String> unknown = new TreeSet<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith(CONTEXT_PREFIX)) {
        unknown.add(name.substring(CONTEXT_PREFIX.length()));
      }
    }
    unknown.removeAll(KNOWN);
    unknown.remove("filter");
    if (!unknown.isEmpty()) {
      throw new ServletException(
          "Unknown context-params consent.%s; known are filter, %s"
              .formatted(unknown, new TreeSet<>(KNOWN)));
    }
  }

  static ConsentGateway gateway(Function<String, String> params, ServletContext context)
      throws ServletException {
    ConsentGatewayBuilder builder = ConsentGateway.builder();
    policy(builder, Optional.ofNullable(params.apply("config")).orElse(DEFAULT_CONFIG), context);
    Optional.ofNullable(params.apply("data")).map(Path::of).ifPresent(builder::data);
    Optional.ofNullable(params.apply("site")).ifPresent(builder::site);
    Optional.ofNullable(params.apply("base")).ifPresent(builder::base);
    Optional<String> ledger = Optional.ofNullable(params.apply("ledger"));
    if (ledger.isPresent()) {
      builder.ledger(database(ledger.get()));
    }
    new TrafficParams(params).applyTo(builder);
    return builder.build();
  }

  /** The container's own names only: a name of another kind could load code from elsewhere. */
  @SuppressWarnings("BanJNDI")
  private static DataSource database(String name) throws ServletException {
    String required = "the JNDI name of a DataSource, such as java:comp/env/jdbc/shop, is required";
    if (!name.startsWith("java:")) {
      throw new ServletException("ledger: '%s'; %s".formatted(name, required));
    }
    try {
      if (new InitialContext().lookup(name) instanceof DataSource source) {
        return source;
      }
      throw new ServletException("ledger: '%s' is no DataSource; %s".formatted(name, required));
    } catch (NamingException e) {
      throw new ServletException("ledger: there is no '%s'; %s".formatted(name, required), e);
    }
  }

  private static void policy(ConsentGatewayBuilder builder, String place, ServletContext context)
      throws ServletException {
    if (Path.of(place).isAbsolute()) {
      builder.policy(Path.of(place));
      return;
    }
    try (InputStream resource = resource(place, context).orElse(null)) {
      if (resource != null) {
        builder.policy(new String(resource.readAllBytes(), StandardCharsets.UTF_8), place);
      } else if (Files.exists(Path.of(place))) {
        builder.policy(Path.of(place));
      } else {
        throw new ServletException(
            "config: there is no file and no classpath or /WEB-INF resource '%s'".formatted(place));
      }
    } catch (IOException e) {
      throw new ServletException("config: cannot read '%s'".formatted(place), e);
    }
  }

  /** The resource below WEB-INF, or on the application's class path. */
  static Optional<InputStream> resource(String place, ServletContext context) {
    String name = place.startsWith("/") ? place.substring(1) : place;
    return List.<Function<String, InputStream>>of(
            path -> context.getResourceAsStream("/WEB-INF/" + path),
            path -> loader(context).getResourceAsStream(path))
        .stream()
        .map(source -> source.apply(name))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The application's class loader; ours where an embedded context has none of its own. */
  private static ClassLoader loader(ServletContext context) {
    return Objects.requireNonNullElseGet(
        context.getClassLoader(), () -> InitParams.class.getClassLoader());
  }
}
