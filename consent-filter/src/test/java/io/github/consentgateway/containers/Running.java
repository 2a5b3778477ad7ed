package io.github.consentgateway.containers;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;

/**
 * A container that listens on a free port of the loopback interface.
 *
 * @param port where it listens
 * @param consent the Cookie header text by which a visitor proves consent to the purpose audience
 * @param host the container itself, of another class loader
 */
record Running(int port, String consent, AutoCloseable host) implements AutoCloseable {

  /** Starts the container with the matrix application behind the gate. */
  static Running start(Container container, Gate gate) {
    return start(
        container,
        gate,
        (site, host) ->
            site.getMethod("open", Class.class, String.class).invoke(null, host, gate.name()));
  }

  /** Starts one that does these things too, with or without a traffic log of the gate's. */
  static Running start(Container container, Gate gate, Set<Beside> beside, boolean noting) {
    List<String> names = beside.stream().map(Beside::name).toList();
    return start(
        container,
        gate,
        (site, host) ->
            site.getMethod("open", Class.class, String.class, List.class, boolean.class)
                .invoke(null, host, gate.name(), names, noting));
  }

  private static Running start(Container container, Gate gate, Opening opening) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ContainerLoader.of(container));
    try {
      return connect(start(container, opening), gate);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(container + " behind " + gate + " did not start", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Opens a site by its class and that of its host, both of another loader. */
  private interface Opening {
    Object open(Class<?> site, Class<?> host) throws ReflectiveOperationException;
  }

  private static AutoCloseable start(Container container, Opening opening)
      throws ReflectiveOperationException {
    Class<?> host = Class.forName(container.hostClass(), true, ContainerLoader.of(container));
    Class<?> site = Class.forName(Site.class.getName(), true, ContainerLoader.of(container));
    try {
      return (AutoCloseable) opening.open(site, host);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Only types of the JDK cross the border between the loaders. */
  private static Running connect(AutoCloseable site, Gate gate) {
    int port = Integer.parseInt(site.toString());
    return new Running(port, Visitor.consent(port, gate), site);
  }

  @Override
  public void close() {
    try {
      host.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
