package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.Exchange;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A response through which every cookie is judged when it is added. Bodies, buffers and the moment
 * of commitment stay the container's.
 */
final class GuardedResponse extends HttpServletResponseWrapper {

  private final Exchange exchange;
  private final PageBody body;
  private @Nullable PrintWriter counted;

  GuardedResponse(HttpServletResponse response, Exchange exchange) {
    super(response);
    this.exchange = exchange;
    this.body = new PageBody(response, exchange.page(), exchange.written());
  }

  /** The guarded response that {@code response} is or wraps. */
  static GuardedResponse of(ServletResponse response) {
    ServletResponse inner = response;
    while (!(inner instanceof GuardedResponse)) {
      inner = ((ServletResponseWrapper) inner).getResponse();
    }
    return (GuardedResponse) inner;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return body.isStarted() || exchange.page().isPossible() || exchange.written().isCounted()
        ? body.stream()
        : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (counted != null) {
      return counted;
    }
    return body.isStarted() || exchange.page().isPossible() ? body.writer() : plainWriter();
  }

  /** What can be no page is written in the container's own way. */
  private PrintWriter plainWriter() throws IOException {
    PrintWriter plain = super.getWriter();
    if (exchange.written().isCounted()) {
      plain = new PrintWriter(new CountedWriter(plain, getCharacterEncoding(), exchange.written()));
      counted = plain;
    }
    return plain;
  }

  /** What the body will be must be settled while the head can still be changed. */
  @Override
  public void flushBuffer() throws IOException {
    body.settle();
    super.flushBuffer();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    body.restart(false);
  }

  @Override
  public void setContentLength(int length) {
    if (!body.isLonger()) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!body.isLonger()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    leave();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    leave();
    super.sendError(status, message);
  }

  /** The container, or an error page, answers from here on. */
  private void leave() {
    restart();
    if (!isCommitted()) {
      exchange.written().lose();
    }
  }

  private void restart() {
    body.restart(true);
    counted = null;
  }

  /** Ends the body, when nobody will write to it any more. */
  void end() throws IOException {
    body.end();
  }

  /** Judges a snapshot: containers read the object again later, and lose attributes. */
  @Override
  public void addCookie(@Nullable Cookie cookie) {
    if (cookie == null) {
      super.addCookie(cookie);
      return;
    }
    exchange
        .offer(ServletCookies.snapshot(cookie, exchange.now()))
        .ifPresent(text -> addField("Set-Cookie", text));
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (value == null || name == null) {
      super.addHeader(name, value);
    } else if (exchange.gates(name)) {
      exchange.add(name, value).ifPresent(text -> addField(name, text));
    } else {
      addField(name, value);
    }
  }

  private void addField(String name, String value) {
    exchange.makeRoom(name, value);
    super.addHeader(name, value);
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (name == null || !exchange.gates(name)) {
      setField(name, value);
      return;
    }
    if (value == null) {
      super.setHeader(name, null);
    } else {
      exchange.replace(name, value).ifPresent(text -> setField(name, text));
    }
    exchange.restore();
  }

  private void setField(@Nullable String name, @Nullable String value) {
    if (name != null && value != null) {
      exchange.makeRoom(name, value);
    }
    super.setHeader(name, value);
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (name != null && exchange.gates(name)) {
      addHeader(name, Integer.toString(value));
    } else {
      super.addIntHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (name != null && exchange.gates(name)) {
      setHeader(name, Integer.toString(value));
    } else {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addDateHeader(String name, long date) {
    if (name != null && exchange.gates(name)) {
      addHeader(name, dateText(date));
    } else {
      super.addDateHeader(name, date);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    if (name != null && exchange.gates(name)) {
      setHeader(name, dateText(date));
    } else {
      super.setDateHeader(name, date);
    }
  }

  @Override
  public void setTrailerFields(@Nullable Supplier<Map<String, String>> supplier) {
    super.setTrailerFields(supplier == null ? null : new GuardedTrailers(supplier, exchange));
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    leave();
    exchange.makeRoom("Location", Objects.requireNonNullElse(location, ""));
    super.sendRedirect(location);
  }

  /** Never writes a session identifier into a link: whoever gets the link would have it too. */
  @Override
  public String encodeURL(String url) {
    return url;
  }

  @Override
  public String encodeRedirectURL(String url) {
    return url;
  }

  @Override
  public void reset() {
    super.reset();
    restart();
    exchange.restore();
  }

  private static String dateText(long date) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.ofEpochMilli(date).atOffset(ZoneOffset.UTC));
  }
}
