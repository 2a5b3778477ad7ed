package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import java.util.List;

/** Routes through asynchronous processing. */
final class AsyncRoutes {

  private AsyncRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("async-no-argument", "72", call -> addAndComplete(call, call.request().startAsync()))
            .naive("1110"),
        route(
                "async-no-argument-addHeader",
                "72",
                call -> addLineAndComplete(call, call.request().startAsync()))
            .raw(),
        route("async-passed", "73", call -> addAndComplete(call, passed(call))),
        route("async-passed-addHeader", "73", call -> addLineAndComplete(call, passed(call))).raw(),
        route("async-other-thread", "74", AsyncRoutes::otherThread),
        route("async-other-thread-no-argument", "74", AsyncRoutes::otherThreadNoArgument)
            .naive("1110"),
        route("async-dispatch", "76", call -> passed(call).dispatch(call.target()))
            .target(Call::add),
        route(
                "async-dispatch-no-argument",
                "76, 77",
                call -> call.request().startAsync().dispatch(call.target()))
            .target(Call::add),
        route("async-onTimeout", "75", AsyncRoutes::timeout),
        route("async-onTimeout-no-argument", "75", AsyncRoutes::timeoutNoArgument).naive("1110"),
        route("async-onError", "75", AsyncRoutes::error).emits("1101"),
        route("async-original", "", call -> original(call, call.request().startAsync())),
        route("async-original-passed", "", call -> original(call, passed(call))),
        route("async-back", "", AsyncRoutes::back),
        route("async-back-in-forward", "", Call::forward).target(AsyncRoutes::back),
        route("async-onComplete", "75, 79", AsyncRoutes::complete).emits("0011"));
  }

  private static AsyncContext passed(Call call) {
    return call.request().startAsync(call.request(), call.response());
  }

  private static void addAndComplete(Call call, AsyncContext async) {
    call.with(async.getResponse()).add();
    async.complete();
  }

  private static void addLineAndComplete(Call call, AsyncContext async) {
    call.with(async.getResponse()).addLine();
    async.complete();
  }

  private static void otherThread(Call call) {
    AsyncContext async = passed(call);
    async.start(() -> addAndComplete(call, async));
  }

  private static void otherThreadNoArgument(Call call) {
    AsyncContext async = call.request().startAsync();
    async.start(() -> addAndComplete(call, async));
  }

  private static void timeout(Call call) {
    AsyncContext async = passed(call);
    async.addListener(new Adding(call), call.request(), call.response());
    async.setTimeout(50);
  }

  private static void timeoutNoArgument(Call call) {
    AsyncContext async = call.request().startAsync();
    async.addListener(new Adding(call));
    async.setTimeout(50);
  }

  private static void original(Call call, AsyncContext async) throws Exception {
    call.text("original: " + async.hasOriginalRequestAndResponse());
    async.complete();
  }

  /** Sends the request back to where it was, and says there how it came. */
  private static void back(Call call) throws Exception {
    if (call.request().getDispatcherType() == DispatcherType.ASYNC) {
      call.text("back: " + call.request().getRequestURI());
    } else {
      call.request().startAsync().dispatch();
    }
  }

  private static void error(Call call) {
    AsyncContext async = passed(call);
    async.addListener(new Adding(call), call.request(), call.response());
    throw new IllegalStateException("wanted by the route " + call.vector().id());
  }

  private static void complete(Call call) {
    AsyncContext async = passed(call);
    async.addListener(new AddingAtTheEnd(call), call.request(), call.response());
    async.complete();
  }

  /** Sets the cookie when the wait ends without an answer. */
  private static class Adding implements AsyncListener {
    private final Call call;

    Adding(Call call) {
      this.call = call;
    }

    void add(AsyncEvent event) {
      call.with(event.getAsyncContext().getResponse()).add();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      add(event);
      event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {
      add(event);
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  /** Sets the cookie when all is over. */
  private static final class AddingAtTheEnd extends Adding {
    AddingAtTheEnd(Call call) {
      super(call);
    }

    @Override
    public void onComplete(AsyncEvent event) {
      add(event);
    }
  }
}
