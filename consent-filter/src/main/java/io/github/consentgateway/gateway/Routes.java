package io.github.consentgateway.gateway;

import io.github.consentgateway.traffic.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The patterns under which requests are logged, such as {@code /orders/{id}}: the first that a path
 * fits counts, then what the container says that the application has mapped. Thread-safe.
 */
final class Routes {

  /** An application has mapped fewer; only one that maps without end has more. */
  private static final int MOST_MAPPED = 1_000;

  private final List<String> templates;
  private final List<RoutePattern> patterns;
  private final Map<String, Route> mapped = new ConcurrentHashMap<>();

  Routes(List<String> templates) {
    this.templates = List.copyOf(templates);
    this.patterns = this.templates.stream().map(RoutePattern::of).toList();
  }

  /** What is wrong with the patterns. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String template : templates) {
      if (!template.startsWith("/") || Route.of(template).equals(Route.OTHER)) {
        problems.add(
            "routes: '%s' is no pattern; use one like /orders/{id}, of at most 200 characters"
                .formatted(template));
      }
    }
    return problems;
  }

  /** The pattern of a path; that of the container if none fits. */
  Route of(String path, Optional<String> mapping) {
    for (RoutePattern pattern : patterns) {
      if (pattern.fits(path)) {
        return pattern.route();
      }
    }
    return mapping.isEmpty() ? Route.OTHER : mapped(mapping.get());
  }

  private Route mapped(String mapping) {
    Route known = mapped.get(mapping);
    if (known != null) {
      return known;
    }
    Route made = Route.of(mapping);
    if (mapped.size() < MOST_MAPPED) {
      mapped.put(mapping, made);
    }
    return made;
  }
}
