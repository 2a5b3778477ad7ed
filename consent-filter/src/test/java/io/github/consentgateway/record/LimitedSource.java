package io.github.consentgateway.record;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database whose connections begin with a statement, which may change. */
final class LimitedSource implements DataSource {

  private final DataSource real;
  private final Supplier<String> first;
  private final List<Connection> given = new ArrayList<>();

  LimitedSource(DataSource real, Supplier<String> first) {
    this.real = real;
    this.first = first;
  }

  /** Makes the statement again on all connections that were given. */
  synchronized void renew() throws SQLException {
    for (Connection connection : given) {
      if (!connection.isClosed()) {
        begin(connection);
      }
    }
  }

  private void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(first.get());
    }
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    Connection connection = real.getConnection();
    begin(connection);
    given.add(connection);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
