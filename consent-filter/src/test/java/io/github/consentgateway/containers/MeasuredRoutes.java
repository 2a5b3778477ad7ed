package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.PrintWriter;
import java.util.List;

/** Answers too long for a container to know their length before the first octet leaves. */
final class MeasuredRoutes {

  private static final int LINES = 1_500;
  private static final String LINE = "a summer, un été, 夏, \uD83C\uDF1E";

  private MeasuredRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("measured-writer", "", call -> lines(call, "text/plain;charset=utf-8")),
        route("measured-latin", "", call -> lines(call, "text/plain;charset=iso-8859-1")),
        route("measured-page", "", call -> lines(call, "text/html;charset=utf-8")),
        route("measured-stream", "", MeasuredRoutes::octets),
        route("measured-forward", "", Call::forward).target(MeasuredRoutes::octets),
        route("measured-async", "", MeasuredRoutes::async),
        route("measured-not-sent", "", MeasuredRoutes::notSent),
        route("measured-session-ended", "", MeasuredRoutes::endSession),
        route("measured-head", "", MeasuredRoutes::octets).asked(ask -> ask.method("HEAD")),
        route("measured-head-length", "", MeasuredRoutes::length).asked(ask -> ask.method("HEAD")));
  }

  private static void lines(Call call, String type) throws Exception {
    call.response().setContentType(type);
    PrintWriter writer = call.response().getWriter();
    for (int i = 0; i < LINES; i++) {
      writer.println(LINE);
    }
  }

  private static void octets(Call call) throws Exception {
    call.response().setContentType("application/octet-stream");
    ServletOutputStream stream = call.response().getOutputStream();
    for (int i = 0; i < LINES; i++) {
      stream.write(i);
      stream.write(new byte[i % 64]);
      if (i % 500 == 0) {
        stream.flush();
      }
    }
  }

  private static void async(Call call) {
    AsyncContext async = PageRoutes.passed(call);
    async.start(
        () -> {
          try {
            lines(call, "text/plain;charset=utf-8");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          async.complete();
        });
  }

  /** What the buffer still holds is given up for an error. */
  private static void notSent(Call call) throws Exception {
    call.response().setContentType("text/plain");
    call.response().getWriter().print("x".repeat(3_000));
    call.response().sendError(409);
  }

  private static void endSession(Call call) {
    call.request().getSession().invalidate();
  }

  private static void length(Call call) {
    call.response().setContentType("application/octet-stream");
    call.response().setContentLength(100_000);
  }
}
