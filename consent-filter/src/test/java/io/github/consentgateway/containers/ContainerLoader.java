package io.github.consentgateway.containers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A class loader that sees the whole test class path, but with the servlet API of one container.
 *
 * <p>Servlet 6.0 comes from the API's own jar, Servlet 6.1 from the copy inside {@code
 * tomcat-embed-core}: on one flat class path the older would win for everybody and Jetty ee11 would
 * not start.
 */
final class ContainerLoader extends URLClassLoader {
  private static final Map<Container, ContainerLoader> LOADERS = new EnumMap<>(Container.class);

  private ContainerLoader(String name, URL[] jars) {
    super(name, jars, ClassLoader.getPlatformClassLoader());
  }

  /**
   * The one loader of a container; Tomcat keeps JVM-wide state that a second copy of it would fight
   * over.
   */
  static synchronized ContainerLoader of(Container container) {
    return LOADERS.computeIfAbsent(container, c -> new ContainerLoader(c.name(), jars(c)));
  }

  private static URL[] jars(Container container) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .filter(entry -> !container.servlet61() || !isServletApi(entry))
        .sorted(Comparator.comparing(entry -> !isServletApi(entry)))
        .map(ContainerLoader::url)
        .toArray(URL[]::new);
  }

  private static boolean isServletApi(String entry) {
    return Path.of(entry).getFileName().toString().startsWith("jakarta.servlet-api-");
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
