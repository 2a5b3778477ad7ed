package io.github.consentgateway.containers;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.ProxyPeerAddressHandler;
import io.undertow.server.handlers.accesslog.AccessLogHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.api.ServletSessionConfig;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Undertow 2.3, Servlet 6.0. */
final class UndertowHost implements Host {
  private final List<DeploymentManager> deployments = new ArrayList<>();
  private @Nullable Undertow undertow;

  @Override
  public void start(OpenGate gate) throws Exception {
    PathHandler paths = Handlers.path();
    for (Webapp webapp : Webapp.values()) {
      paths.addPrefixPath(webapp.path, deploy(webapp, gate));
    }
    undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(16)
            .setHandler(paths)
            .build();
    undertow.start();
  }

  private HttpHandler deploy(Webapp webapp, OpenGate gate) throws ServletException {
    DeploymentInfo info =
        Servlets.deployment()
            .setClassLoader(UndertowHost.class.getClassLoader())
            .setDeploymentName(webapp.name())
            .setContextPath(webapp.path)
            .setServletSessionConfig(new ServletSessionConfig().setName(webapp.sessionCookie))
            .addErrorPage(Servlets.errorPage(MatrixServlet.ERROR_PAGE, 404))
            .addErrorPage(Servlets.errorPage(MatrixServlet.ERROR_PAGE, Throwable.class))
            .addServlet(servlet());
    gate.beside().forEach(beside -> info.addInitialHandlerChainWrapper(wrapper(beside)));
    filter(info, "outer", new OuterFilter(), OpenGate.EVERY);
    gate.filters().forEach(filter -> filter(info, name(filter), filter.get(), gate.dispatches()));
    DeploymentManager deployment = Servlets.newContainer().addDeployment(info);
    deployments.add(deployment);
    deployment.deploy();
    return deployment.start();
  }

  /** As a predicate file of a deployment makes it. */
  private static HandlerWrapper wrapper(Beside beside) {
    return switch (beside) {
      case ACCESS_LOG -> new AccessLogHandler.Builder().build(Map.of("format", "common"));
      case FORWARDED -> new ProxyPeerAddressHandler.Builder().build(Map.of());
    };
  }

  private static ServletInfo servlet() {
    return new ServletInfo(
            "matrix", MatrixServlet.class, new ImmediateInstanceFactory<>(new MatrixServlet()))
        .addMapping(MatrixServlet.MAPPING)
        .setAsyncSupported(true);
  }

  private static String name(Object filter) {
    return "gate" + System.identityHashCode(filter);
  }

  private static void filter(
      DeploymentInfo info, String name, Filter filter, Set<DispatcherType> dispatches) {
    info.addFilter(
        new FilterInfo(name, filter.getClass(), new ImmediateInstanceFactory<>(filter))
            .setAsyncSupported(true));
    dispatches.forEach(type -> info.addFilterUrlMapping(name, "/*", type));
  }

  @Override
  public int port() {
    return ((InetSocketAddress) running().getListenerInfo().get(0).getAddress()).getPort();
  }

  private Undertow running() {
    if (undertow == null) {
      throw new IllegalStateException("not started");
    }
    return undertow;
  }

  @Override
  public void close() {
    running().stop();
    deployments.forEach(UndertowHost::undeploy);
  }

  private static void undeploy(DeploymentManager deployment) {
    try {
      deployment.stop();
      deployment.undeploy();
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
