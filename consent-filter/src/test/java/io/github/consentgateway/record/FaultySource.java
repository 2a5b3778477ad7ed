package io.github.consentgateway.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that fails when and where it is told to. */
final class FaultySource extends WrappedSource {

  /** Where it fails. */
  enum Fault {
    NONE,
    /** No connection is to be had. */
    CONNECT,
    /** A statement is refused. */
    PREPARE,
    /** A commit is lost: nothing of it was kept. */
    BEFORE_COMMIT,
    /** A commit is kept, and the answer to it is lost. */
    AFTER_COMMIT
  }

  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile CountDownLatch held = new CountDownLatch(0);

  FaultySource(DataSource real) {
    super(real);
  }

  /** Fails so many times, then works again. */
  void fail(Fault where, int times) {
    failures.set(times);
    fault = where;
  }

  /** Makes each commit wait until the latch is down. */
  void hold(CountDownLatch latch) {
    held = latch;
  }

  /** Whether a commit waits for the latch. */
  boolean isHeld() {
    return waiting.get() > 0;
  }

  private void awaitLatch() throws InterruptedException {
    waiting.incrementAndGet();
    held.await();
    waiting.decrementAndGet();
  }

  private void check(Fault here) throws SQLException {
    if (fault == here && failures.getAndDecrement() > 0) {
      throw new SQLException("failing as told", "08006");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    check(Fault.CONNECT);
    Connection connection = real.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "prepareStatement" -> check(Fault.PREPARE);
                case "commit" -> {
                  awaitLatch();
                  check(Fault.BEFORE_COMMIT);
                }
                default -> {}
              }
              try {
                Object answer = method.invoke(connection, arguments);
                if (method.getName().equals("commit")) {
                  check(Fault.AFTER_COMMIT);
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
