package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.SetupException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the filter first in every web application that carries a policy, without a line in {@code
 * web.xml}. It reads context-params named like the filter's init-params with {@code consent.} in
 * front ({@code consent.config}, {@code consent.data}, …); {@code consent.filter=off} leaves the
 * application alone. One line at start-up says whether the filter is active, and why.
 */
public final class ConsentInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final String FILTER_NAME = "consent-gateway";
  private static final Set<String> SWITCH = Set.of("on", "off");

  /** For the container. */
  public ConsentInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    Optional<String> obstacle = obstacle(context);
    if (isDeclared(context)) {
      SessionCookie.clamp(context, false);
      LOG.log(Level.INFO, "Consent gateway active: as the application declares it");
    } else if (obstacle.isPresent()) {
      LOG.log(Level.WARNING, "Consent gateway not active: {0}", obstacle.get());
    } else {
      install(context, gateway(context));
    }
  }

  private static boolean isDeclared(ServletContext context) {
    return context.getFilterRegistrations().values().stream()
        .anyMatch(filter -> ConsentFilter.class.getName().equals(filter.getClassName()));
  }

  private static void install(ServletContext context, ConsentGateway gateway)
      throws ServletException {
    FilterRegistration.Dynamic filter = context.addFilter(FILTER_NAME, new ConsentFilter(gateway));
    if (filter == null) {
      gateway.close();
      throw new ServletException(
          "There is another filter named %s; give it another name".formatted(FILTER_NAME));
    }
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    SessionCookie.clamp(context, gateway.policy().site().startsWith("https:"));
    context.addListener(new ClosingListener(gateway));
    LOG.log(
        Level.INFO,
        "Consent gateway active: policy {0} for {1}, first filter on /*",
        gateway.policy().version(),
        gateway.policy().site());
  }

  private static Optional<String> obstacle(ServletContext context) throws ServletException {
    String filter = Objects.requireNonNullElse(context.getInitParameter("consent.filter"), "on");
    if (!SWITCH.contains(filter)) {
      throw new ServletException("consent.filter: '%s' is neither on nor off".formatted(filter));
    }
    if (filter.equals("off")) {
      return Optional.of("switched off by the context-param consent.filter");
    }
    InitParams.refuseUnknown(context);
    String config = context.getInitParameter("consent.config");
    return config == null && !hasPolicy(context)
        ? Optional.of(
            "there is no consent.yaml in /WEB-INF, on the class path or in the working directory")
        : Optional.empty();
  }

  private static boolean hasPolicy(ServletContext context) throws ServletException {
    try (InputStream resource =
        InitParams.resource(InitParams.DEFAULT_CONFIG, context).orElse(null)) {
      return resource != null || Files.exists(Path.of(InitParams.DEFAULT_CONFIG));
    } catch (IOException e) {
      throw new ServletException("Cannot close consent.yaml", e);
    }
  }

  private static ConsentGateway gateway(ServletContext context) throws ServletException {
    try {
      return InitParams.gateway(name -> context.getInitParameter("consent." + name), context);
    } catch (SetupException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }
}
