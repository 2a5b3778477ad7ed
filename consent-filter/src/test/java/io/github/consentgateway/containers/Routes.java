package io.github.consentgateway.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All routes of the matrix, by name; those without case numbers are for tests of their own. */
final class Routes {
  private static final Map<String, Vector> ALL =
      Stream.of(
              CookieRoutes.all(),
              ChangingRoutes.all(),
              HeaderRoutes.all(),
              MalformedRoutes.all(),
              DispatchRoutes.all(),
              AsyncRoutes.all(),
              LifecycleRoutes.all(),
              SessionRoutes.all(),
              OutsideRoutes.all(),
              CrowdedRoutes.all(),
              RequestRoutes.all(),
              PageRoutes.all(),
              MeasuredRoutes.all())
          .flatMap(List::stream)
          .collect(
              Collectors.toMap(Vector::id, Function.identity(), Routes::twice, LinkedHashMap::new));

  private Routes() {}

  private static Vector twice(Vector one, Vector other) {
    throw new IllegalStateException("two routes named " + one.id());
  }

  static List<Vector> all() {
    return ALL.values().stream().filter(route -> !route.cases().isEmpty()).toList();
  }

  /**
   * The route of that name; one that does nothing if there is none, as for a request outside the
   * matrix.
   */
  static Vector named(String id) {
    return ALL.getOrDefault(id, Vector.route(id, "", Step.NOTHING));
  }
}
