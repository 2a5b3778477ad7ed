package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Exchange;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A response whose every head passes the gate: interim, final and trailers. */
final class GuardedCoreResponse extends Response.Wrapper {

  private final Exchange exchange;
  private final HttpFields.Mutable head;
  private @Nullable PageWriter page;
  private boolean settled;

  GuardedCoreResponse(Request request, Response response, Exchange exchange) {
    super(request, response);
    this.exchange = exchange;
    this.head = new GuardedFields(response.getHeaders(), exchange);
  }

  @Override
  public HttpFields.Mutable getHeaders() {
    return head;
  }

  /**
   * Every head is sent by a write; only now is it known how large it has become. A page passes the
   * markup gate, unless it has passed that of a filter inside.
   */
  @Override
  public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
    PageWriter writer = settled();
    if (!isCommitted()) {
      exchange.makeRoom();
    }
    if (writer == null) {
      super.write(last, content, callback);
      return;
    }
    ByteBuffer octets = content == null ? ByteBuffer.allocate(0) : content;
    super.write(last, writer.through(octets, last), callback);
  }

  private @Nullable PageWriter settled() {
    if (!settled) {
      settled = true;
      page = isCommitted() ? null : PageWriter.of(exchange.page(), getStatus()).orElse(null);
      if (page != null) {
        getWrapped().getHeaders().remove(HttpHeader.CONTENT_LENGTH);
      }
    }
    return page;
  }

  @Override
  public void reset() {
    super.reset();
    exchange.page().restart();
    page = null;
    settled = false;
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
