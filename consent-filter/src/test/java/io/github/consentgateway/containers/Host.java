package io.github.consentgateway.containers;

/**
 * A container of one kind with the matrix application deployed in every {@link Webapp}; stops when
 * closed.
 */
interface Host extends AutoCloseable {

  /**
   * Deploys the application behind the gate and listens on a free port of the loopback interface.
   */
  void start(OpenGate gate) throws Exception;

  /** The port on which the started container listens. */
  int port();

  /** Stops the container; a failure is an IllegalStateException. */
  @Override
  void close();
}
