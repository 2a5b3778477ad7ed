package io.github.consentgateway.containers;

import java.lang.reflect.InvocationTargetException;

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
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ContainerLoader.of(container));
    try {
      return connect(start(container, gate.name()), gate);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(container + " behind " + gate + " did not start", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static AutoCloseable start(Container container, String gate)
      throws ReflectiveOperationException {
    Class<?> host = Class.forName(container.hostClass(), true, ContainerLoader.of(container));
    Class<?> site = Class.forName(Site.class.getName(), true, ContainerLoader.of(container));
    try {
      return (AutoCloseable)
          site.getMethod("open", Class.class, String.class).invoke(null, host, gate);
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
