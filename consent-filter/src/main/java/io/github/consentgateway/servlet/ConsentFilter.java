package io.github.consentgateway.servlet;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.gateway.Exchange;
import io.github.consentgateway.gateway.SetupException;
import io.github.consentgateway.policy.Consent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The gate as a servlet filter. It must be the first of the chain, mapped to {@code /*}, with
 * asynchronous support; {@link ConsentInitializer} sees to that by itself wherever the container
 * runs initialisers. Mapped for {@code REQUEST} only, it maps itself for the other dispatcher types
 * when it is initialised. Mapped twice, or behind {@code ConsentHandler}, it still judges each
 * cookie once. Thread-safe.
 *
 * <p>Made by the container, it reads these init-params; any other is refused:
 *
 * <table>
 *   <caption>Init-params</caption>
 *   <tr><td>{@code config}</td><td>path or classpath resource of the policy; default
 *       {@code consent.yaml}</td></tr>
 *   <tr><td>{@code data}</td><td>directory for the keys; required</td></tr>
 *   <tr><td>{@code site}</td><td>origin, in the place of the policy's</td></tr>
 *   <tr><td>{@code base}</td><td>path of the gateway's pages; default {@code /consent}</td></tr>
 *   <tr><td>{@code ledger}</td><td>JNDI name of the ledger's database; default a file in the data
 *       directory</td></tr>
 *   <tr><td>{@code traffic}</td><td>directory of the traffic log; default none</td></tr>
 *   <tr><td>{@code trafficKeptFor}</td><td>ISO 8601 period; default {@code P6M}, at most {@code
 *       P365D}</td></tr>
 *   <tr><td>{@code shareTrafficKeys}</td><td>{@code true} if the nodes of one database are to give
 *       clients the same pseudonyms; default {@code false}</td></tr>
 *   <tr><td>{@code trustedProxies}</td><td>field and networks, such as {@code X-Forwarded-For:
 *       10.0.0.0/8}; default none</td></tr>
 *   <tr><td>{@code routes}</td><td>patterns for the traffic log, by commas or spaces</td></tr>
 * </table>
 */
public final class ConsentFilter implements Filter {

  /** The request attribute under which the application finds the visitor's {@link Consent}. */
  public static final String ATTRIBUTE = Exchange.CONSENT_ATTRIBUTE;

  private Optional<ConsentGateway> gateway;
  private boolean ours;

  /** A filter that makes its gateway from its init-params. */
  public ConsentFilter() {
    this.gateway = Optional.empty();
  }

  /** A filter in front of {@code gateway}, which the caller closes. */
  public ConsentFilter(ConsentGateway gateway) {
    this.gateway = Optional.of(gateway);
  }

  /**
   * The visitor's standing, undecided where no gate has seen the request. Reading it makes the
   * response private to the visitor ({@code Cache-Control}, {@code Vary}).
   */
  public static Consent consent(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Consent consent
        ? consent
        : Consent.undecided();
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    try {
      if (gateway.isEmpty()) {
        gateway = Optional.of(InitParams.gateway(config));
        ours = true;
      }
      SessionCookie.admit(config.getServletContext(), gateway.get());
      EveryDispatch.map(config);
      new ContainerLeaks(config.getServletContext()).tell(gateway.get());
    } catch (SetupException e) {
      destroy();
      throw new ServletException(e.getMessage(), e);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      filter(http, answer, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange under) {
      if (under.isNoted()) {
        new ServletHeads.Asked(request).route().ifPresent(under::mapped);
      }
      // Before an error page containers clear caching fields, ours among them.
      under.restore();
      HttpServletResponse inner = guarded(response, under);
      if (inner != response) {
        restart(under, request, response);
      }
      chain.doFilter(guarded(request, inner, under), inner);
      end(request, response, inner);
      return;
    }
    Exchange exchange =
        gateway
            .orElseThrow()
            .begin(new ServletHeads.Asked(request), new ServletHeads.Answered(response));
    if (exchange.isNoted()) {
      exchange.written().count();
    }
    request.setAttribute(Exchange.ATTRIBUTE, exchange);
    boolean failed = true;
    try {
      pass(exchange, request, response, chain);
      failed = false;
    } finally {
      new ExchangeEnd(exchange, request, response).left(failed);
    }
  }

  /** Before an error page containers forget what was written; in other dispatches it stands. */
  private static void restart(
      Exchange exchange, HttpServletRequest request, HttpServletResponse response) {
    exchange.page().restart();
    if (request.getDispatcherType() == DispatcherType.ERROR && !response.isCommitted()) {
      exchange.written().restart();
    }
  }

  private static void pass(
      Exchange exchange,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (exchange.answer().isPresent()) {
      ServletHeads.send(exchange.answer().get(), request, response);
      return;
    }
    HttpServletResponse guarded = guarded(response, exchange);
    chain.doFilter(new GuardedRequest(request, guarded, exchange), guarded);
    end(request, response, guarded);
  }

  /** Ends the page where it was begun, or where an asynchronous one comes back. */
  private static void end(
      HttpServletRequest request, HttpServletResponse response, HttpServletResponse guarded)
      throws IOException {
    boolean last = guarded != response || request.getDispatcherType() == DispatcherType.ASYNC;
    if (last && !request.isAsyncStarted()) {
      GuardedResponse.of(guarded).end();
    }
  }

  private static HttpServletRequest guarded(
      HttpServletRequest request, HttpServletResponse response, Exchange exchange) {
    boolean already =
        request instanceof GuardedRequest
            || (request instanceof ServletRequestWrapper wrapper
                && wrapper.isWrapperFor(GuardedRequest.class));
    return already ? request : new GuardedRequest(request, guarded(response, exchange), exchange);
  }

  private static HttpServletResponse guarded(HttpServletResponse response, Exchange exchange) {
    boolean already =
        response instanceof GuardedResponse
            || (response instanceof ServletResponseWrapper wrapper
                && wrapper.isWrapperFor(GuardedResponse.class));
    return already ? response : new GuardedResponse(response, exchange);
  }

  @Override
  public void destroy() {
    if (ours) {
      gateway.ifPresent(ConsentGateway::close);
      gateway = Optional.empty();
      ours = false;
    }
  }
}
