package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Connections to the ledger's database, set as the ledger needs them. */
record Sources(DataSource source, Duration patience) {

  /** What a reader is told when there is no answer. */
  static final String UNREADABLE = "The ledger's database cannot be read";

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
    try (Lease lease = open()) {
      return with(lease.connection(), work, end);
    } catch (SQLException e) {
      throw new LedgerException(failure, e);
    }
  }

  private static <T> T with(Connection connection, Work<T> work, End end) throws SQLException {
    T outcome = work.on(connection);
    end.of(connection);
    return outcome;
  }

  /** A connection whose transactions end by {@code commit} only. */
  Lease open() throws SQLException {
    Connection connection = source.getConnection();
    try {
      return Lease.of(connection, patience.toMillis());
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
