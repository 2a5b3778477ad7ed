package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.util.List;
import java.util.Map;

/**
 * Routes around commit, reset, unusual statuses, unusual versions of HTTP, early hints and
 * trailers.
 */
final class LifecycleRoutes {

  private LifecycleRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("early-hints", "81", call -> hints(call, Call::add))
            .emits("2221")
            .granted(Gate.HANDLER, "1100")
            .granted(Gate.BOTH, "1100"),
        route("early-hints-addHeader", "81", call -> hints(call, Call::addLine))
            .emits("2221")
            .granted(Gate.HANDLER, "1100")
            .granted(Gate.BOTH, "1100")
            .raw(),
        route("trailer", "82", LifecycleRoutes::trailer)
            .asked(ask -> ask.header("TE: trailers"))
            .emits("1110")
            .raw()
            .never(),
        route("reset", "80", LifecycleRoutes::addReset).emits("0001").granted(Gate.FILTER, "0000"),
        route("reset-then-add", "80", LifecycleRoutes::resetAdd),
        route("flush-then-add", "79", LifecycleRoutes::flushAdd).emits("0000"),
        route("consent-after-flush", "", LifecycleRoutes::consentAfterFlush),
        route("flush-outside", "", Step.NOTHING)
            .at(Stage.BEFORE, LifecycleRoutes::sayAndFlush)
            .at(Stage.AFTER, call -> call.text("after")),
        route("add-then-flush", "79", LifecycleRoutes::addFlush),
        route("head", "83", Call::add).asked(ask -> ask.method("HEAD")),
        route("head-addHeader", "83", Call::addLine).asked(ask -> ask.method("HEAD")).raw(),
        status("status-204", 204),
        status("status-206", 206),
        status("status-304", 304),
        status("status-404", 404),
        status("status-500", 500),
        route("http-1.0", "84", Call::add).asked(ask -> ask.version("HTTP/1.0")),
        route("http-1.0-addHeader", "84", Call::addLine)
            .asked(ask -> ask.version("HTTP/1.0"))
            .raw(),
        route("upgrade", "86", LifecycleRoutes::upgrade)
            .asked(ask -> ask.header("Connection: Upgrade").header("Upgrade: matrix"))
            .emits("1111")
            .raw());
  }

  private static Vector status(String id, int status) {
    return route(id, "83", call -> addStatus(call, status));
  }

  private static void hints(Call call, Step step) throws Exception {
    call.response().addHeader("Link", "</a.css>; rel=preload; as=style");
    step.run(call);
    call.response().sendError(103);
    call.text("done");
  }

  private static void trailer(Call call) throws Exception {
    String line = call.line();
    call.response().setHeader("Trailer", "Set-Cookie");
    call.response().setTrailerFields(() -> Map.of("Set-Cookie", line));
    call.text("body");
    call.response().flushBuffer();
    call.text("more");
  }

  private static void addReset(Call call) {
    call.add();
    call.response().reset();
  }

  private static void resetAdd(Call call) {
    call.response().reset();
    call.add();
  }

  private static void flushAdd(Call call) throws Exception {
    call.response().flushBuffer();
    call.add();
  }

  /** All that moves the gate to touch the head, when the head is gone. */
  private static void consentAfterFlush(Call call) throws Exception {
    call.response().setHeader("Cache-Control", "public, max-age=60");
    sayAndFlush(call);
    call.text("consent: " + (call.request().getAttribute("consent") != null));
    call.add();
    call.addLine();
    call.response().addHeader("X-Long", "x".repeat(7_000));
    call.text("after");
  }

  private static void sayAndFlush(Call call) throws Exception {
    call.text("before");
    call.response().flushBuffer();
  }

  private static void addFlush(Call call) throws Exception {
    call.add();
    call.response().flushBuffer();
  }

  private static void addStatus(Call call, int status) {
    call.response().setStatus(status);
    call.add();
  }

  private static void upgrade(Call call) throws Exception {
    call.response().setHeader("Upgrade", "matrix");
    call.response().setHeader("Connection", "Upgrade");
    call.addLine();
    call.request().upgrade(Closing.class);
  }

  /** Ends the upgraded connection at once. */
  public static final class Closing implements HttpUpgradeHandler {
    @Override
    public void init(WebConnection connection) {
      try {
        connection.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void destroy() {}
  }
}
