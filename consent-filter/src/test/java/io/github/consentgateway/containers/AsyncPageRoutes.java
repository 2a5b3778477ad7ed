package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The ways in which an application writes a page in a time of its own. */
final class AsyncPageRoutes {

  private AsyncPageRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("page-async", "", AsyncPageRoutes::async),
        route("page-async-stream", "", AsyncPageRoutes::asyncStream),
        route("page-async-unblocked", "", AsyncPageRoutes::unblocked),
        route("page-async-open", "", AsyncPageRoutes::asyncOpen));
  }

  private static void async(Call call) {
    AsyncContext async = PageRoutes.passed(call);
    async.start(
        () -> {
          try {
            PageRoutes.write(call);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          async.complete();
        });
  }

  /** Octet by octet, and the end comes without a word to the gate. */
  private static void asyncStream(Call call) {
    AsyncContext async = PageRoutes.passed(call);
    async.start(
        () -> {
          try {
            PageRoutes.octets(call);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          async.complete();
        });
  }

  /** The page ends within a tag, and so the gate holds some of it. */
  private static void asyncOpen(Call call) throws Exception {
    AsyncContext async = call.request().startAsync();
    PrintWriter writer = PageRoutes.html(call).getWriter();
    async.start(
        () -> {
          writer.write(PageRoutes.OPEN);
          call.request().getAsyncContext().complete();
        });
  }

  private static void unblocked(Call call) throws Exception {
    AsyncContext async = PageRoutes.passed(call);
    ServletOutputStream stream = PageRoutes.html(call).getOutputStream();
    stream.setWriteListener(new Writing(stream, async));
  }

  /** Writes a page as fast as the client takes it. */
  private static final class Writing implements WriteListener {
    private final ServletOutputStream stream;
    private final AsyncContext async;
    private int next;

    Writing(ServletOutputStream stream, AsyncContext async) {
      this.stream = stream;
      this.async = async;
    }

    @Override
    public void onWritePossible() throws IOException {
      byte[] page = PageRoutes.utf8();
      while (stream.isReady()) {
        if (next == page.length) {
          async.complete();
          return;
        }
        int length = Math.min(10, page.length - next);
        stream.write(page, next, length);
        next += length;
      }
    }

    @Override
    public void onError(Throwable failure) {
      async.complete();
    }
  }
}
