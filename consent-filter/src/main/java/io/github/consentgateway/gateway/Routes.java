package io.github.consentgateway.gateway;

import io.github.consentgateway.traffic.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns under which requests are logged, such as {@code /orders/{id}}: the first that a path
 * fits counts, then what the container says that the application has mapped.
 */
record Routes(List<String> templates) {

  Routes {
    templates = List.copyOf(templates);
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
    String[] asked = path.split("/", -1);
    return templates.stream()
        .filter(template -> fits(template.split("/", -1), asked))
        .findFirst()
        .or(() -> mapping)
        .map(Route::of)
        .orElse(Route.OTHER);
  }

  private static boolean fits(String[] template, String[] asked) {
    if (template.length != asked.length) {
      return false;
    }
    for (int i = 0; i < template.length; i++) {
      boolean open = template[i].startsWith("{") && template[i].endsWith("}");
      if (!(open && !asked[i].isEmpty()) && !template[i].equals(asked[i])) {
        return false;
      }
    }
    return true;
  }
}
