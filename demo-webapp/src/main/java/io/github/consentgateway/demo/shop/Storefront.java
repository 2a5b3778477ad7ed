package io.github.consentgateway.demo.shop;

import io.github.consentgateway.demo.gate.Gate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** The shop: what its pages share, and where they are mounted. */
public final class Storefront {
  private final Gate gate;
  private final Clock clock;
  private final Pages pages = new Pages();
  private final Accounts accounts = new Accounts();

  /** A shop that asks {@code gate} before it shows what third parties serve. */
  public Storefront(Gate gate, Clock clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** Puts filters, servlets and error pages into {@code context}. */
  public void install(ServletContextHandler context) {
    filter(context, new CrossSiteForms(), EnumSet.of(DispatcherType.REQUEST));
    filter(
        context,
        new TrackerFilter(clock),
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    for (Language language : Language.values()) {
      serve(context, new PageServlet(this, language), "/" + language.tag() + "/*");
    }
    serve(context, new Assets(), "/assets/*");
    serve(context, new Sale(), "/sale");
    serve(context, new ErrorPage(this), "/error");
    serve(context, new Entrance(), "/");
    context.setErrorHandler(errors());
  }

  private static void filter(
      ServletContextHandler context, jakarta.servlet.Filter filter, EnumSet<DispatcherType> on) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", on);
  }

  private static void serve(
      ServletContextHandler context, jakarta.servlet.Servlet servlet, String path) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
  }

  private static ErrorPageErrorHandler errors() {
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, "/error");
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    errors.setShowOrigin(false);
    return errors;
  }

  /** What draws the pages. */
  public Pages pages() {
    return pages;
  }

  /** The page at {@code path}, as it greets the visitor of {@code request}. */
  public Page page(HttpServletRequest request, Language language, String path) {
    return new Page(
        language, path, accounts.name(request), Basket.seenBy(request).count(), gate.inForce());
  }

  Gate gate() {
    return gate;
  }

  Accounts accounts() {
    return accounts;
  }
}
