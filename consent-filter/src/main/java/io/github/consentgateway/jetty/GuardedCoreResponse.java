package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Exchange;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A response whose every head passes the gate: interim, final and trailers. */
final class GuardedCoreResponse extends Response.Wrapper {

  private final Exchange exchange;
  private final HttpFields.Mutable head;

  GuardedCoreResponse(Request request, Response response, Exchange exchange) {
    super(request, response);
    this.exchange = exchange;
    this.head = new GuardedFields(response.getHeaders(), exchange);
  }

  @Override
  public HttpFields.Mutable getHeaders() {
    return head;
  }

  /** Every head is sent by a write; only now is it known how large it has become. */
  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    if (!isCommitted()) {
      exchange.makeRoom();
    }
    super.write(last, content, callback);
  }

  @Override
  public void reset() {
    super.reset();
    exchange.restore();
  }

  @Override
  public CompletableFuture<Void> writeInterim(int status, HttpFields headers) {
    return super.writeInterim(status, ungated(headers));
  }

  @Override
  public void setTrailersSupplier(@Nullable Supplier<HttpFields> trailers) {
    super.setTrailersSupplier(trailers == null ? null : () -> ungated(trailers.get()));
  }

  /** Interim heads and trailers are no place for a cookie, whoever's it is. */
  private @Nullable HttpFields ungated(@Nullable HttpFields offered) {
    if (offered == null) {
      return null;
    }
    HttpFields.Mutable kept = HttpFields.build();
    offered.stream().filter(field -> !exchange.gates(field.getName())).forEach(kept::add);
    return kept;
  }
}
