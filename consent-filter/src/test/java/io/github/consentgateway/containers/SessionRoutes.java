package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import java.util.List;

/** Routes by which the container itself sends its session cookie, below the servlet API. */
final class SessionRoutes {

  private SessionRoutes() {}

  static List<Vector> all() {
    return List.of(
        session("session", "90-92", SessionRoutes::open),
        session("session-change-id", "93", SessionRoutes::changeId),
        session("session-in-include", "66, 90", Call::include).target(SessionRoutes::open),
        session("session-in-forward", "65, 90", Call::forward).target(SessionRoutes::open),
        session("session-in-error-page", "68, 90", call -> call.response().sendError(404))
            .at(Stage.ERROR, SessionRoutes::open),
        session("session-then-reset", "80, 90", SessionRoutes::reset).emits("2201").raw(),
        session("session-in-async", "72, 90", SessionRoutes::async));
  }

  /** Only the handler sees these. */
  private static Vector session(String id, String cases, Step main) {
    return route(id, cases, main).session().raw();
  }

  private static void open(Call call) {
    call.request().getSession();
  }

  private static void changeId(Call call) {
    call.request().getSession();
    call.request().changeSessionId();
  }

  private static void reset(Call call) {
    call.request().getSession();
    call.response().reset();
  }

  private static void async(Call call) {
    var async = call.request().startAsync();
    call.request().getSession();
    async.complete();
  }
}
