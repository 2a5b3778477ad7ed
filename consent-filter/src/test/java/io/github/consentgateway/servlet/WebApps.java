package io.github.consentgateway.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A web application in a real container, installed in one of the ways that the product offers. */
final class WebApps implements AutoCloseable {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ServletContextHandler context =
      new ServletContextHandler("/shop", ServletContextHandler.SESSIONS);

  WebApps(Servlet servlet) {
    connector.setHost("localhost");
    server.addConnector(connector);
    context.addServlet(new ServletHolder(servlet), "/*");
    server.setHandler(context);
  }

  ServletContextHandler context() {
    return context;
  }

  /** As a WAR container does: by the service file, with these context-params. */
  WebApps initialized(Map<String, String> params) {
    params.forEach(context::setInitParameter);
    context.addServletContainerInitializer(new ConsentInitializer());
    return this;
  }

  /** As web.xml does: by class name and init-params. */
  WebApps declared(Map<String, String> params) {
    FilterHolder holder = new FilterHolder(ConsentFilter.class);
    holder.setInitParameters(params);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    return this;
  }

  WebApps with(Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    return this;
  }

  WebApps start() throws Exception {
    server.start();
    return this;
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + connector.getLocalPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** Settings that start: the example policy of the class path, keys in a new directory. */
  static Map<String, String> settings(Path data) {
    return Map.of("config", "example-consent.yaml", "data", data.resolve("keys").toString());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
