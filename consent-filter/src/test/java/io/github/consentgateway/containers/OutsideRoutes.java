package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import java.util.List;

/**
 * Routes around a filter: other filters outside it, and code that takes its wrapper off. The Jetty
 * handler sees them all.
 */
final class OutsideRoutes {

  private OutsideRoutes() {}

  static List<Vector> all() {
    return List.of(
        outside("unwrap-addCookie", "89", call -> call.unwrapped().add()),
        outside("unwrap-addHeader", "89", call -> call.unwrapped().addLine()),
        outside("outer-before-addCookie", "88", Step.NOTHING).at(Stage.BEFORE, Call::add),
        outside("outer-before-addHeader", "88", Step.NOTHING).at(Stage.BEFORE, Call::addLine),
        outside("outer-after-addCookie", "88", Step.NOTHING).at(Stage.AFTER, Call::add),
        outside("outer-after-addHeader", "88", Step.NOTHING).at(Stage.AFTER, Call::addLine));
  }

  private static Vector outside(String id, String cases, Step main) {
    return route(id, cases, main).raw().escapesFilter();
  }
}
