package io.github.consentgateway.benchmarks.server;

import io.github.consentgateway.benchmarks.BenchSite;
import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.servlet.ConsentFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Server;

/** What stands between the connector and the application. */
enum Setup {
  /** Nothing: what all others are compared with. */
  BARE(false) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      server.setHandler(context);
    }
  },
  /** Nothing once more, in a process of its own: how far two equal servers differ. */
  BARE_AGAIN(false) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      server.setHandler(context);
    }
  },
  /** A filter that does nothing. */
  EMPTY_FILTER(false) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      add(context, (request, response, chain) -> chain.doFilter(request, response));
      server.setHandler(context);
    }
  },
  /** The gate as a servlet filter. */
  FILTER(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      add(context, new ConsentFilter(BenchSite.gateway()));
      server.setHandler(context);
    }
  },
  /** The gate as a handler around the application. */
  HANDLER(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      server.setHandler(new ConsentHandler(BenchSite.gateway(), context));
    }
  },
  /** One gate as a handler and as a filter. */
  BOTH(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      ConsentGateway gateway = BenchSite.gateway();
      add(context, new ConsentFilter(gateway));
      server.setHandler(new ConsentHandler(gateway, context));
    }
  },
  /** Yardstick: Jetty's request log, written to a file. */
  REQUEST_LOG(false) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      server.setRequestLog(
          new CustomRequestLog(logFile().toString(), CustomRequestLog.EXTENDED_NCSA_FORMAT));
      server.setHandler(context);
    }
  },
  /** The gate as a servlet filter: what the logs are compared with. */
  GATE(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      FILTER.arrange(server, context);
    }
  },
  /** The same once more. */
  GATE_AGAIN(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      FILTER.arrange(server, context);
    }
  },
  /** The gate, and its traffic log, signed and packed. */
  GATE_TRAFFIC(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      add(context, new ConsentFilter(BenchSite.noting(directory())));
      server.setHandler(context);
    }
  },
  /** The gate, and Jetty's request log, which another thread writes to a file. */
  GATE_REQUEST_LOG(true) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      FILTER.arrange(server, context);
      server.setRequestLog(
          new CustomRequestLog(
              new AsyncRequestLogWriter(logFile().toString()),
              CustomRequestLog.EXTENDED_NCSA_FORMAT));
    }
  },
  /** Yardstick: jjwt verifies the token on every request, and nothing else is done. */
  JJWT(false) {
    @Override
    void arrange(Server server, ServletContextHandler context) {
      add(context, new JjwtFilter(BenchSite.secret()));
      server.setHandler(context);
    }
  };

  private final boolean gated;

  Setup(boolean gated) {
    this.gated = gated;
  }

  /** Puts the handlers and filters in place, before the server starts. */
  abstract void arrange(Server server, ServletContextHandler context);

  /** How many cookies the visitor gets of the three that the application sets. */
  int cookies(Workload.Visitor visitor) {
    return gated && visitor == Workload.Visitor.DENIED ? 1 : 3;
  }

  private static void add(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("traffic");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path logFile() {
    try {
      Path file = Files.createTempFile("request", ".log");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
