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

/** Tells an exchange when its response has ended, be it later and on another thread. */
record ExchangeEnd(Exchange exchange, HttpServletRequest request, HttpServletResponse response)
    implements AsyncListener {

  private static final int FAILED = 500;

  /** The request has left the filter, whatever has become of it. */
  void left(boolean failed) {
    if (!exchange.isNoted()) {
      return;
    }
    if (failed) {
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

  private void finish(int status) {
    exchange.finish(status, octets(), session());
  }

  /** As far as the answer says it itself. */
  private OptionalLong octets() {
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
