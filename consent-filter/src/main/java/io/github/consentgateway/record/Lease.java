package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/**
 * A connection for as long as the ledger needs it. A pool may hand it to the application next, and
 * not all pools look at what they get back: it is returned as it was.
 *
 * @param autoCommit whether it committed by itself before
 * @param timeout its network timeout before, in milliseconds, if the ledger has set one
 */
record Lease(Connection connection, boolean autoCommit, OptionalInt timeout)
    implements AutoCloseable {

  /** Set by the thread that the driver calls it on: it only closes a socket. */
  private static final Executor AT_ONCE = Runnable::run;

  /** Takes a connection over; {@code millis} bounds what it may wait for the network. */
  static Lease of(Connection connection, long millis) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    OptionalInt timeout = OptionalInt.empty();
    Dialect dialect = Dialect.of(connection);
    connection.setAutoCommit(false);
    if (dialect == Dialect.POSTGRESQL) {
      timeout = OptionalInt.of(connection.getNetworkTimeout());
      // A network that swallows everything must not hold the thread that writes for ever.
      connection.setNetworkTimeout(AT_ONCE, Math.toIntExact(millis));
    }
    return new Lease(connection, autoCommit, timeout);
  }

  /** Gives the connection back; a transaction that is open ends without effect. */
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (!connection.isClosed()) {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
        if (timeout.isPresent()) {
          connection.setNetworkTimeout(AT_ONCE, timeout.getAsInt());
        }
      }
    }
  }
}
