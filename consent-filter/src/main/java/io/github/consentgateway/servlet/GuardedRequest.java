package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.Exchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.PushBuilder;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that shows only the cookies that the application may read, by every method of the API.
 * Cookies are read when first asked for, by our own reader, so that all containers agree.
 */
final class GuardedRequest extends HttpServletRequestWrapper {

  private static final String COOKIE = "Cookie";

  private final HttpServletResponse response;
  private final Exchange exchange;
  private Cookie @Nullable [] cookies;

  GuardedRequest(HttpServletRequest request, HttpServletResponse response, Exchange exchange) {
    super(request);
    this.response = response;
    this.exchange = exchange;
  }

  @Override
  public Cookie @Nullable [] getCookies() {
    Cookie[] visible = cookies;
    if (visible == null) {
      exchange.noteReading();
      visible = ServletCookies.of(exchange).toArray(Cookie[]::new);
      cookies = visible;
    }
    return visible.length == 0 ? null : visible.clone();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return gates(name) ? visible(name).stream().findFirst().orElse(null) : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return gates(name) ? Collections.enumeration(visible(name)) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    names.removeIf(name -> gates(name) && visible(name).isEmpty());
    return Collections.enumeration(names);
  }

  @Override
  public int getIntHeader(String name) {
    String value = gates(name) ? getHeader(name) : null;
    return gates(name) ? value == null ? -1 : Integer.parseInt(value) : super.getIntHeader(name);
  }

  /** Neither a cookie nor an entity tag is a date, whatever it looks like. */
  @Override
  public long getDateHeader(String name) {
    if (gates(name) && getHeader(name) != null) {
      throw new IllegalArgumentException(name + " is no date");
    }
    return gates(name) ? -1 : super.getDateHeader(name);
  }

  /** Trailers without cookies: no browser sends any there. */
  @Override
  public Map<String, String> getTrailerFields() {
    Map<String, String> visible = new LinkedHashMap<>(super.getTrailerFields());
    visible.keySet().removeIf(GuardedRequest::isCookie);
    return visible;
  }

  private boolean gates(String name) {
    return isCookie(name) || exchange.page().gates(name);
  }

  private List<String> visible(String name) {
    if (isCookie(name)) {
      exchange.noteReading();
      return exchange.visibleCookies();
    }
    return exchange.page().conditions(name);
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return ConsentFilter.ATTRIBUTE.equals(name) ? exchange.consent() : super.getAttribute(name);
  }

  /**
   * Hands on the guarded pair; the container alone would hand on its own. The context calls a pair
   * that was handed to it not original, whoever did it.
   */
  @Override
  public AsyncContext startAsync() {
    return ending(super.startAsync(this, response));
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
    return ending(super.startAsync(request, answer));
  }

  @Override
  public AsyncContext getAsyncContext() {
    return ending(super.getAsyncContext());
  }

  private AsyncContext ending(AsyncContext context) {
    return new PageAsyncContext(context, GuardedResponse.of(response));
  }

  /** No push: its builder would copy the cookies that are hidden here. */
  @Override
  public @Nullable PushBuilder newPushBuilder() {
    return null;
  }

  private static boolean isCookie(String name) {
    return COOKIE.equalsIgnoreCase(name);
  }
}
