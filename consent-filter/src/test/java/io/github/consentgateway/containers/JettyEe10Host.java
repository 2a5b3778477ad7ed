package io.github.consentgateway.containers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;

/** Jetty 12.1 with Servlet 6.0. */
final class JettyEe10Host implements Host {
  private final Server server = new Server();

  @Override
  public void start(OpenGate gate) throws Exception {
    ServerConnector connector = new ServerConnector(server, 1, 1, connections(gate));
    if (gate.beside().contains(Beside.ACCESS_LOG)) {
      server.setRequestLog(new CustomRequestLog(line -> {}, CustomRequestLog.NCSA_FORMAT));
    }
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ContextHandlerCollection contexts = new ContextHandlerCollection();
    Stream.of(Webapp.values()).map(webapp -> context(webapp, gate)).forEach(contexts::addHandler);
    server.setHandler(gate.handler().apply(contexts));
    server.start();
  }

  private static HttpConnectionFactory connections(OpenGate gate) {
    HttpConfiguration http = new HttpConfiguration();
    if (gate.beside().contains(Beside.FORWARDED)) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    return new HttpConnectionFactory(http);
  }

  private static ServletContextHandler context(Webapp webapp, OpenGate gate) {
    ServletContextHandler context =
        new ServletContextHandler(webapp.path, ServletContextHandler.SESSIONS);
    context.getSessionHandler().getSessionCookieConfig().setName(webapp.sessionCookie);
    filter(context, new OuterFilter(), OpenGate.EVERY);
    gate.filters().forEach(filter -> filter(context, filter.get(), gate.dispatches()));
    ServletHolder servlet = new ServletHolder(new MatrixServlet());
    servlet.setAsyncSupported(true);
    context.addServlet(servlet, MatrixServlet.MAPPING);
    context.setErrorHandler(errorPages());
    return context;
  }

  private static void filter(
      ServletContextHandler context, Filter filter, EnumSet<DispatcherType> dispatches) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", dispatches);
  }

  private static ErrorPageErrorHandler errorPages() {
    ErrorPageErrorHandler pages = new ErrorPageErrorHandler();
    pages.addErrorPage(404, MatrixServlet.ERROR_PAGE);
    pages.addErrorPage(Throwable.class, MatrixServlet.ERROR_PAGE);
    return pages;
  }

  @Override
  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() {
    LifeCycle.stop(server);
  }
}
