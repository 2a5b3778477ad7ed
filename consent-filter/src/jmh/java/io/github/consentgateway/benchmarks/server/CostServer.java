package io.github.consentgateway.benchmarks.server;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The measured process: prints its port and serves until its standard input ends. */
final class CostServer {

  /** Held, because the log manager forgets the levels of loggers that nobody refers to. */
  private static final Logger QUIET = Logger.getLogger("io.github.consentgateway");

  private static final int THREADS = 8;
  private static final int IDLE_MILLIS = 600_000;

  private CostServer() {}

  /** Starts the server in the set-up that the only argument names. */
  public static void main(String[] args) throws Exception {
    Server server = server(Setup.valueOf(args[0]));
    server.start();
    System.out.println(((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() >= 0) {
      // Nothing is ever written there; the end says that the parent is gone.
    }
    server.stop();
  }

  /** A server that is not started yet. */
  static Server server(Setup setup) {
    QUIET.setLevel(Level.WARNING);
    Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    setup.arrange(server, application());
    return server;
  }

  private static ServletContextHandler application() {
    ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
    ServletHolder servlet = new ServletHolder(new ShopServlet());
    context.addServlet(servlet, ShopServlet.READS);
    context.addServlet(servlet, ShopServlet.IGNORES);
    return context;
  }
}
