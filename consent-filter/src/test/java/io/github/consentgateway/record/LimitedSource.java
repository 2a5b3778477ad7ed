package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database whose connections begin with a statement, which may change. */
final class LimitedSource extends WrappedSource {

  private final Supplier<String> first;
  private final List<Connection> given = new ArrayList<>();

  LimitedSource(DataSource real, Supplier<String> first) {
    super(real);
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
}
