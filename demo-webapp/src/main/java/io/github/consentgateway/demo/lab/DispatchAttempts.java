package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.shop.OnPurpose;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Attempts that leave the servlet: by dispatch, from another thread, before or after the head. */
final class DispatchAttempts {
  private static final int EARLY_HINTS = 103;
  private static final int TIMEOUT_MILLIS = 50;

  private DispatchAttempts() {}

  static List<Attempt> all() {
    return List.of(
        tracker(
            "include",
            (request, response) ->
                request.getRequestDispatcher(Inner.PATH).include(request, response)),
        tracker("include-prefix", DispatchAttempts::includePrefixed),
        tracker(
            "forward",
            (request, response) ->
                request.getRequestDispatcher(Inner.PATH).forward(request, response)),
        tracker("redirect", DispatchAttempts::redirect),
        tracker("error-dispatch", DispatchAttempts::error),
        tracker("exception", DispatchAttempts::fail),
        tracker("async-no-args", (request, response) -> finish(request.startAsync())),
        tracker(
            "async-with-args",
            (request, response) -> finish(request.startAsync(request, response))),
        tracker("async-dispatch", (request, response) -> request.startAsync().dispatch(Inner.PATH)),
        tracker("async-timeout", DispatchAttempts::timeOut),
        tracker("early-hints", DispatchAttempts::hint),
        tracker("trailers", DispatchAttempts::trail));
  }

  private static Attempt tracker(String id, Attempt.Act act) {
    return Attempt.of(id, Tracker.LINE, act);
  }

  private static void includePrefixed(HttpServletRequest request, HttpServletResponse response)
      throws IOException, jakarta.servlet.ServletException {
    request.setAttribute(Inner.PREFIXED, true);
    request.getRequestDispatcher(Inner.PATH).include(request, response);
  }

  private static void redirect(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tracker.add(response);
    response.sendRedirect("/cookies-lab");
  }

  private static void error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(ErrorCookie.WANTED, true);
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private static void fail(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(ErrorCookie.WANTED, true);
    throw new OnPurpose(request.getRequestURI());
  }

  private static void finish(AsyncContext async) {
    async.start(
        () -> {
          Tracker.add((HttpServletResponse) async.getResponse());
          async.complete();
        });
  }

  private static void timeOut(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync();
    async.setTimeout(TIMEOUT_MILLIS);
    async.addListener(new AtTimeout());
  }

  /** Sets the cookie when the time is over. */
  private static final class AtTimeout implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
      Tracker.add((HttpServletResponse) event.getAsyncContext().getResponse());
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  private static void hint(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.addHeader("Link", "</cookies-lab>; rel=preconnect");
    response.addHeader("Set-Cookie", Tracker.LINE);
    response.sendError(EARLY_HINTS);
    response.getOutputStream().print("hinted");
  }

  private static void trail(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setTrailerFields(() -> Map.of("Set-Cookie", Tracker.LINE));
    response.getOutputStream().print("a body, then the trailer");
    response.flushBuffer();
  }
}
