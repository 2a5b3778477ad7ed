package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import java.util.List;

/** Routes through forward, include, error pages and redirects. */
final class DispatchRoutes {

  private DispatchRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("forward", "65", Call::forward).target(Call::add),
        route("forward-addHeader", "65", Call::forward).target(Call::addLine).raw(),
        route("add-then-forward", "65", DispatchRoutes::addThenForward),
        route("include", "66", Call::include).target(Call::add).emits("1100"),
        route("include-addHeader", "66", Call::include).target(Call::addLine).emits("0000"),
        route("include-jetty-attribute", "32", Call::include)
            .target(DispatchRoutes::jettyInclude)
            .emits("1100")
            .raw(),
        route("forward-then-include", "67", Call::forward)
            .target(call -> call.include(Stage.INNER))
            .at(Stage.INNER, Call::add)
            .emits("1100"),
        route("include-then-forward", "67", Call::include)
            .target(call -> call.forward(Stage.INNER))
            .at(Stage.INNER, Call::add)
            .emits("1100"),
        route("error-page-sendError", "68", call -> call.response().sendError(404))
            .at(Stage.ERROR, Call::add),
        route("error-page-sendError-addHeader", "68", call -> call.response().sendError(404))
            .at(Stage.ERROR, Call::addLine)
            .raw(),
        route("error-page-exception", "69", DispatchRoutes::fail).at(Stage.ERROR, Call::add),
        route("error-page-exception-addHeader", "69", DispatchRoutes::fail)
            .at(Stage.ERROR, Call::addLine)
            .raw(),
        route("error-page-public", "", call -> call.response().sendError(404))
            .at(Stage.ERROR, DispatchRoutes::publicPage),
        route("error-without-page", "", call -> call.response().sendError(409)),
        unmapped("error-page-unmapped").at(Stage.ERROR, Call::add),
        unmapped("error-page-unmapped-addHeader").at(Stage.ERROR, Call::addLine).raw(),
        route("add-then-sendError", "71", DispatchRoutes::addThenError),
        route("addHeader-then-sendError", "71", DispatchRoutes::addLineThenError).raw(),
        route("add-then-exception", "71", DispatchRoutes::addThenFail).granted(Gate.FILTER, "1110"),
        route("add-then-sendRedirect", "78", DispatchRoutes::addThenRedirect),
        route("addHeader-then-sendRedirect", "78", DispatchRoutes::addLineThenRedirect).raw());
  }

  private static Vector unmapped(String id) {
    return route(id, "70", Step.NOTHING).asked(ask -> ask.path("/nowhere"));
  }

  private static void addThenForward(Call call) throws Exception {
    call.add();
    call.forward();
  }

  private static void jettyInclude(Call call) {
    call.response().addHeader("org.eclipse.jetty.server.include.Set-Cookie", call.line());
  }

  /** An error page that thinks itself the same for everyone. */
  private static void publicPage(Call call) {
    call.response().setHeader("Cache-Control", "public, max-age=600");
    call.response().setHeader("Vary", "Accept");
  }

  private static void fail(Call call) {
    throw new IllegalStateException("wanted by the route " + call.vector().id());
  }

  private static void addThenError(Call call) throws Exception {
    call.add();
    call.response().sendError(404);
  }

  private static void addLineThenError(Call call) throws Exception {
    call.addLine();
    call.response().sendError(404);
  }

  private static void addThenFail(Call call) {
    call.add();
    fail(call);
  }

  private static void addThenRedirect(Call call) throws Exception {
    call.add();
    call.response().sendRedirect("/elsewhere");
  }

  private static void addLineThenRedirect(Call call) throws Exception {
    call.addLine();
    call.response().sendRedirect("/elsewhere");
  }
}
