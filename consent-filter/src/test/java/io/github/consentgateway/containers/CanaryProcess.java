package io.github.consentgateway.containers;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.servlet.ConsentFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A server with a ledger and a traffic log in files, and an application that reads all of a
 * request, sets cookies by what it has read, fails with it, or, which no application should, prints
 * it. It ends when nobody writes to it any more.
 */
final class CanaryProcess {

  private CanaryProcess() {}

  /** The data directory, and that of the traffic log. */
  public static void main(String... arguments) throws Exception {
    ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(Gate.policy(), "consent.yaml")
            .data(Path.of(arguments[0]))
            .traffic(Path.of(arguments[1]))
            .build();
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context(gateway));
    server.start();
    System.out.println("port " + connector.getLocalPort());
    System.out.flush();
    System.in.transferTo(OutputStream.nullOutputStream());
    server.stop();
    gateway.close();
  }

  private static ServletContextHandler context(ConsentGateway gateway) {
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    context.addFilter(
        new FilterHolder(new ConsentFilter(gateway)), "/*", EnumSet.allOf(DispatcherType.class));
    context.addServlet(new Application(), "/app/*");
    return context;
  }

  /** Does with a request what its parameter says. */
  private static final class Application extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String read =
          request.getRequestURI()
              + "?"
              + request.getQueryString()
              + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      request.getSession().setAttribute("read", read);
      switch (String.valueOf(request.getHeader("Do"))) {
        case "fail" -> throw new ServletException(read, new IllegalStateException(read));
        case "refuse" -> response.sendError(409, request.getQueryString());
        case "print" -> System.out.println("printed " + request.getHeader("Print"));
        default -> {
          response.addCookie(new Cookie("zzz_unknown", request.getHeader("X-Canary")));
          response.getWriter().print(read);
        }
      }
    }
  }
}
