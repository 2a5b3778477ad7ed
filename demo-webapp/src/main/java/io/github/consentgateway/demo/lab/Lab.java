package io.github.consentgateway.demo.lab;

import io.github.consentgateway.demo.gate.Gate;
import io.github.consentgateway.demo.shop.Language;
import io.github.consentgateway.demo.shop.Storefront;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** The cookie laboratory: its attempts, and the page that makes them all. */
public final class Lab {
  static final String PAGE = "/cookies-lab";
  static final String TRY = PAGE + "/try/";

  private static final List<Attempt> ATTEMPTS =
      Stream.of(PlainAttempts.all(), DispatchAttempts.all()).flatMap(List::stream).toList();

  private final Gate gate;
  private final Storefront storefront;

  /** A laboratory that asks {@code gate} for reasons. */
  public Lab(Gate gate, Storefront storefront) {
    this.gate = gate;
    this.storefront = storefront;
  }

  static List<Attempt> attempts() {
    return ATTEMPTS;
  }

  /** Puts the attempts and the page into {@code context}. */
  public void install(ServletContextHandler context) {
    ATTEMPTS.forEach(attempt -> serve(context, new AttemptServlet(attempt), attempt.path()));
    serve(context, new Inner(), Inner.PATH);
    context.addFilter(
        new FilterHolder(new ErrorCookie()), "/error", EnumSet.of(DispatcherType.ERROR));
    Experiment experiment = new Experiment(gate.explanation());
    for (Language language : Language.values()) {
      serve(context, new LabServlet(storefront, language, experiment), "/" + language.tag() + PAGE);
    }
  }

  private static void serve(ServletContextHandler context, Servlet servlet, String path) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
  }
}
