package io.github.consentgateway.demo.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Notes what the browser really sent, before anyone hides a part of it. It stands outside the gate
 * so that the cookie laboratory can show both sides; a real site has no such thing.
 */
public final class RawCookies extends Handler.Wrapper {

  private static final String ATTRIBUTE = "io.github.consentgateway.demo.rawCookies";

  /** Goes around {@code next}. */
  public RawCookies(Handler next) {
    super(next);
  }

  /** The {@code Cookie} field of {@code request} as the browser sent it; empty if it sent none. */
  public static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String cookies ? cookies : "";
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    request.setAttribute(
        ATTRIBUTE,
        request.getHeaders().stream()
            .filter(field -> field.getHeader() == HttpHeader.COOKIE)
            .map(HttpField::getValue)
            .collect(Collectors.joining("; ")));
    return super.handle(request, response, callback);
  }
}
