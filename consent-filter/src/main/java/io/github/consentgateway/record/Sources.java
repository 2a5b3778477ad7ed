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
