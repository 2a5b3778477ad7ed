package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** Connections to the ledger's database, set as the ledger needs them. */
record Sources(DataSource source, Duration patience) {

  /** Set by the thread that the driver calls it on: it only closes a socket. */
  private static final Executor AT_ONCE = Runnable::run;

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * The answer to a question, in a transaction that changes nothing.
   *
   * @throws LedgerException with this message if the database does not give it
   */
  <T> T ask(String failure, Work<T> question) {
    return with(failure, question, Connection::rollback);
  }

  /**
   * The outcome of a change, once it is durable.
   *
   * @throws LedgerException with this message if it is not known to be durable
   */
  <T> T change(String failure, Work<T> change) {
    return with(failure, change, Connection::commit);
  }

  /** How a transaction ends. */
  @FunctionalInterface
  private interface End {
    void of(Connection connection) throws SQLException;
  }

  private <T> T with(String failure, Work<T> work, End end) {
    try (Connection connection = open()) {
      return with(connection, work, end);
    } catch (SQLException e) {
      throw new LedgerException(failure, e);
    }
  }

  /** Whatever fails, a pool gets its connection back without an open transaction. */
  private static <T> T with(Connection connection, Work<T> work, End end) throws SQLException {
    try {
      T outcome = work.on(connection);
      end.of(connection);
      return outcome;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.rollback();
      } catch (SQLException unusable) {
        e.addSuppressed(unusable);
      }
      throw e;
    }
  }

  /** A connection whose transactions end by {@code commit} only. */
  Connection open() throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      bound(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** A network that swallows everything must not hold the thread that writes for ever. */
  private void bound(Connection connection) throws SQLException {
    if (Dialect.of(connection) == Dialect.POSTGRESQL) {
      connection.setNetworkTimeout(AT_ONCE, Math.toIntExact(patience.toMillis()));
    }
  }
}
