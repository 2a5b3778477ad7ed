package io.github.consentgateway.demo;

import io.github.consentgateway.demo.gate.RawCookies;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The embedded server. The port is taken first, so that the gate can be told the address of the
 * site before the first request; nobody is answered before {@link #start}.
 */
final class DemoServer implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;

  /** Whoever sends half a form holds a thread for so long. */
  private static final int SILENT_MILLIS = 5_000;

  /** How long an idle connection may hold up the end. */
  private static final long IDLE_MILLIS = 100;

  private static final int HEADER_BYTES = 80 * 1024;

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private DemoServer(Server server, ServerConnector connector, String host) {
    this.server = server;
    this.connector = connector;
    this.host = host;
  }

  /** Takes {@code port} of {@code host}; 0 stands for any free port. */
  static DemoServer open(String host, int port) throws CannotStart {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setShutdownIdleTimeout(IDLE_MILLIS);
    connector.setIdleTimeout(SILENT_MILLIS);
    server.addConnector(connector);
    bind(connector, host, port);
    return new DemoServer(server, connector, host);
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRelativeRedirectAllowed(true);
    http.setRequestHeaderSize(HEADER_BYTES);
    return http;
  }

  private static void bind(ServerConnector connector, String host, int port) throws CannotStart {
    try {
      connector.open();
    } catch (IOException | UnresolvedAddressException e) {
      throw new CannotStart(refusal(e, host, port), e);
    }
  }

  private static String refusal(Exception e, String host, int port) {
    Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "--host: there is no machine named " + host + ".";
    }
    if (cause instanceof BindException b && String.valueOf(b.getMessage()).contains("assign")) {
      return "--host: " + host + " is not an address of this machine.";
    }
    if (cause instanceof BindException b && String.valueOf(b.getMessage()).contains("denied")) {
      return "Port " + port + " needs more rights than you have: choose one above 1023 by --port.";
    }
    return "Port "
        + port
        + " is already in use: stop the other program or choose another by --port (0 takes any).";
  }

  /** The origin of the shop, such as {@code http://localhost:8080}. */
  String site() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + connector.getLocalPort();
  }

  /** Opens the shop behind {@code guard}. */
  void start(Guard guard) throws CannotStart {
    Handler shop = new Shop(guard.gate()).handler();
    server.setHandler(new GracefulHandler(new RawCookies(guard.mount().apply(shop))));
    server.setErrorHandler(plainErrors());
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle stopped) {
            guard.ending().run();
          }
        });
    server.setStopTimeout(STOP_MILLIS);
    server.setStopAtShutdown(true);
    try {
      server.start();
    } catch (Exception e) {
      throw new CannotStart("The server cannot start: " + e.getMessage(), e);
    }
  }

  /** For requests that never get as far as the shop. */
  private static ErrorHandler plainErrors() {
    ErrorHandler errors = new ErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    errors.setShowOrigin(false);
    return errors;
  }

  /** Jetty's own log of requests: none, for it would hold the addresses that ours does not. */
  Optional<RequestLog> requestLog() {
    return Optional.ofNullable(server.getRequestLog());
  }

  /** Waits for the end. */
  void join() {
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the exchanges under way end, then stops. */
  @Override
  public void close() throws CannotStart {
    try {
      server.stop();
      connector.close();
    } catch (Exception e) {
      throw new CannotStart("The server did not stop in order: " + e.getMessage(), e);
    }
  }
}
