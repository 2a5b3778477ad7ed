package io.github.consentgateway.containers;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.modeler.Registry;

/** Tomcat 11, Servlet 6.1. */
final class TomcatHost implements Host {
  static {
    // Both are one per JVM, not one per class loader.
    TomcatURLStreamHandlerFactory.disable();
    Registry.disableRegistry();
  }

  private final Tomcat tomcat = new Tomcat();
  private final Path work;

  TomcatHost() throws Exception {
    work = Files.createTempDirectory("matrix-tomcat");
  }

  @Override
  public void start(OpenGate gate) throws Exception {
    tomcat.setBaseDir(work.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    if (gate.beside().contains(Beside.ACCESS_LOG)) {
      AccessLogValve log = new AccessLogValve();
      log.setDirectory(work.toString());
      tomcat.getHost().getPipeline().addValve(log);
    }
    if (gate.beside().contains(Beside.FORWARDED)) {
      tomcat.getEngine().getPipeline().addValve(new RemoteIpValve());
    }
    Stream.of(Webapp.values()).forEach(webapp -> context(webapp, gate));
    tomcat.start();
  }

  private void context(Webapp webapp, OpenGate gate) {
    Context context = tomcat.addContext(webapp.path, null);
    // Adding a context sets the level of its logger, whatever was set further up.
    Logger.getLogger(
            "org.apache.catalina.core.ContainerBase.[default].[localhost].[" + webapp.path + "]")
        .setLevel(Level.OFF);
    Logger.getLogger(context.getLogName()).setLevel(Level.OFF);
    context.setSessionCookieName(webapp.sessionCookie);
    StandardManager manager = new StandardManager();
    manager.setPathname("");
    context.setManager(manager);
    filter(context, "outer", new OuterFilter(), OpenGate.EVERY);
    gate.filters()
        .forEach(filter -> filter(context, name(filter), filter.get(), gate.dispatches()));
    Tomcat.addServlet(context, "matrix", new MatrixServlet()).setAsyncSupported(true);
    context.addServletMapping(MatrixServlet.MAPPING, "matrix");
    // Without a servlet for the rest, Tomcat answers 404 before any filter and the gate has no
    // pages.
    Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet");
    context.addServletMapping("/", "default");
    context.addErrorPage(errorPage(404, ""));
    context.addErrorPage(errorPage(0, "java.lang.Throwable"));
  }

  private static String name(Object filter) {
    return "gate" + System.identityHashCode(filter);
  }

  private static void filter(
      Context context, String name, Filter filter, Set<DispatcherType> dispatches) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(name);
    mapping.addURLPattern("/*");
    dispatches.stream().map(DispatcherType::name).forEach(mapping::setDispatcher);
    context.addFilterMap(mapping);
  }

  private static ErrorPage errorPage(int status, String exception) {
    ErrorPage page = new ErrorPage();
    page.setLocation(MatrixServlet.ERROR_PAGE);
    if (exception.isEmpty()) {
      page.setErrorCode(status);
    } else {
      page.setExceptionType(exception);
    }
    return page;
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      delete(work);
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
