package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.Exchange;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tells an exchange when its response has ended, be it later and on another thread. */
record ExchangeEnd(Exchange exchange, HttpServletRequest request, HttpServletResponse response)
    implements AsyncListener {

  private static final int FAILED = 500;
  private static final Set<Integer> BODILESS = Set.of(204, 304);

  /** The request has left the filter, whatever has become of it. */
  void left(boolean failed) {
    if (!exchange.isNoted()) {
      return;
    }
    if (failed) {
      lose();
      finish(FAILED);
    } else if (!isGoingOn()) {
      finish(response.getStatus());
    }
  }

  /** One that has completed on another thread by now cannot be listened to. */
  private boolean isGoingOn() {
    try {
      boolean started = request.isAsyncStarted();
      if (started) {
        request.getAsyncContext().addListener(this);
      }
      return started;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** An error page takes the place of what has not been sent. */
  private void lose() {
    if (!response.isCommitted()) {
      exchange.written().lose();
    }
  }

  private void finish(int status) {
    exchange.finish(
        status, isBodiless(status) ? OptionalLong.of(0) : exchange.written().or(told()), session());
  }

  /** Whatever the application writes, and whatever length the head names (RFC 9110, 6.4.1). */
  private boolean isBodiless(int status) {
    return request.getMethod().equals("HEAD") || BODILESS.contains(status);
  }

  /** As far as the head says it. */
  private OptionalLong told() {
    String length = response.getHeader("Content-Length");
    return length != null && length.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(length))
        : OptionalLong.empty();
  }

  /** No session is made for it. */
  private Optional<Duration> session() {
    try {
      return Optional.ofNullable(request.getSession(false))
          .map(HttpSession::getCreationTime)
          .map(begun -> Duration.ofMillis(Math.max(0, System.currentTimeMillis() - begun)));
    } catch (IllegalStateException e) {
      // It has just ended, or the container gives none any more.
      return Optional.empty();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    finish(response.getStatus());
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
