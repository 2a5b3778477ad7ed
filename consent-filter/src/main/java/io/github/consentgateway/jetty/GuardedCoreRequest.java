package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose fields hold only the cookies that the application may read. */
final class GuardedCoreRequest extends Request.Wrapper {

  private final Exchange exchange;
  private @Nullable HttpFields visible;
  private volatile @Nullable Request inner;

  GuardedCoreRequest(Request request, Exchange exchange) {
    super(request);
    this.exchange = exchange;
  }

  @Override
  public HttpFields getHeaders() {
    HttpFields known = visible;
    if (known == null) {
      known = visible(super.getHeaders());
      visible = known;
    }
    return known;
  }

  /** The request as the first context that answers it has it. */
  void enter(Request within) {
    if (inner == null) {
      inner = within;
    }
  }

  /** How long the visitor's session has lasted; empty without one. */
  Optional<Duration> sessionAge() {
    return Optional.ofNullable(inner).flatMap(SessionAge::of);
  }

  private HttpFields visible(HttpFields all) {
    HttpFields fields = all;
    if (all.contains(HttpHeader.COOKIE) && exchange.hidesCookies()) {
      fields = replaced(fields, "Cookie", exchange.visibleCookies());
    }
    for (String name : all.getFieldNamesCollection()) {
      if (exchange.page().gates(name)) {
        fields = replaced(fields, name, exchange.page().conditions(name));
      }
    }
    return fields;
  }

  private static HttpFields replaced(HttpFields all, String name, List<String> values) {
    HttpFields.Mutable fields = HttpFields.build(all);
    fields.remove(name);
    values.forEach(value -> fields.add(name, value));
    return fields.asImmutable();
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return Exchange.CONSENT_ATTRIBUTE.equals(name) ? exchange.consent() : super.getAttribute(name);
  }
}
