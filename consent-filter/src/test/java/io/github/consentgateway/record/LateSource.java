package io.github.consentgateway.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * A database whose answer to one commit is lost, and which keeps what was committed later all the
 * same: the client has gone, the transaction has not.
 */
final class LateSource extends WrappedSource {

  private final AtomicBoolean armed = new AtomicBoolean();
  private final CountDownLatch latch = new CountDownLatch(1);
  private final CountDownLatch kept = new CountDownLatch(1);

  LateSource(DataSource real) {
    super(real);
  }

  /** The next commit is late. */
  void arm() {
    armed.set(true);
  }

  /** Lets the late commit be made, and waits for it. */
  void release() throws InterruptedException {
    latch.countDown();
    kept.await();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = real.getConnection();
    AtomicBoolean gone = new AtomicBoolean();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (gone.get()) {
                return method.getName().equals("isClosed") ? true : null;
              }
              if (method.getName().equals("commit") && armed.compareAndSet(true, false)) {
                gone.set(true);
                new Thread(() -> commit(connection)).start();
                throw new SQLException("the answer is lost, as told", "08006");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void commit(Connection connection) {
    try (connection) {
      latch.await();
      connection.commit();
      kept.countDown();
    } catch (SQLException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
