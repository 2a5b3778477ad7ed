package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Answer;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.Exchange;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The gate as a Jetty handler. Put it around the context (or all contexts) that it guards; the
 * gateway's pages then lie at the root of the host. The session cookie {@code JSESSIONID} is
 * essential unless the policy says otherwise; one of another name must be in the policy.
 * Thread-safe.
 */
public final class ConsentHandler extends Handler.Wrapper {

  private static final String SESSION_COOKIE = "JSESSIONID";

  private final ConsentGateway gateway;

  /** A gate around a handler that is set later. The caller closes the gateway. */
  public ConsentHandler(ConsentGateway gateway) {
    this.gateway = gateway;
    gateway.coverContainer(SESSION_COOKIE);
    if (gateway.notesTraffic()) {
      addEventListener(new ContextWatch());
    }
  }

  /** A gate around {@code guarded}. The caller closes the gateway. */
  public ConsentHandler(ConsentGateway gateway, Handler guarded) {
    this(gateway);
    setHandler(guarded);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    if (getServer() != null) {
      new ServerLeaks(getServer()).tell(gateway);
    }
  }

  /** A choice waits for the ledger, whatever the handler inside may do. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getAttribute(Exchange.ATTRIBUTE) != null) {
      return super.handle(request, response, callback);
    }
    Exchange exchange =
        gateway.begin(new CoreHeads.Asked(request), new CoreHeads.Answered(response.getHeaders()));
    GuardedCoreRequest guarded = new GuardedCoreRequest(request, exchange);
    if (exchange.isNoted()) {
      Request.addCompletionListener(request, failure -> finish(exchange, guarded, response));
    }
    if (exchange.answer().isPresent()) {
      send(exchange.answer().get(), request, response, callback);
      return true;
    }
    guarded.setAttribute(Exchange.ATTRIBUTE, exchange);
    return super.handle(guarded, new GuardedCoreResponse(guarded, response, exchange), callback);
  }

  private static void finish(Exchange exchange, GuardedCoreRequest request, Response response) {
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    exchange.finish(
        response.getStatus(),
        OptionalLong.of(bodiless ? 0 : Response.getContentBytesWritten(response)),
        request.sessionAge());
  }

  private static void send(Answer answer, Request request, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer
        .fields()
        .forEach(
            field -> response.getHeaders().add(new HttpField(field.getKey(), field.getValue())));
    byte[] body = answer.bytes();
    response.getHeaders().put("Content-Length", body.length);
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
  }
}
