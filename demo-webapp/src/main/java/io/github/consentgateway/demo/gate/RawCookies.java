package io.github.consentgateway.demo.gate;

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

  /** The request attribute with the {@code Cookie} field as the browser sent it. */
  public static final String ATTRIBUTE = "io.github.consentgateway.demo.rawCookies";

  /** Goes around {@code next}. */
  public RawCookies(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    request.setAttribute(
        ATTRIBUTE, String.join("; ", request.getHeaders().getValuesList(HttpHeader.COOKIE)));
    return super.handle(request, response, callback);
  }
}
