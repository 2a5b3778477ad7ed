package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with their values, asked in one line. */
final class Sql {

  /** So many rows travel at once. */
  private static final int ROWS_AT_ONCE = 2_000;

  private Sql() {}

  /** What is made of one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done with one row after the other, until it says that it has seen enough. */
  @FunctionalInterface
  interface Look {
    boolean goesOn(ResultSet row) throws SQLException;
  }

  /**
   * Keeps all others who ask for the same waiting until this transaction ends; on PostgreSQL for
   * half a second, then they fail and may try again.
   */
  static void lock(Connection connection) throws SQLException {
    Dialect.of(connection).bound(connection);
    update(connection, "UPDATE consent_schema SET version = version");
  }

  /** Changes rows, and says how many. */
  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** All rows, in memory. */
  static <T> List<T> list(Connection connection, Reader<T> reader, String sql, Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    each(connection, row -> found.add(reader.read(row)), sql, values);
    return found;
  }

  /** The first row. */
  static <T> Optional<T> first(
      Connection connection, Reader<T> reader, String sql, Object... values) throws SQLException {
    return list(connection, reader, sql, values).stream().findFirst();
  }

  /** Row by row, in constant memory. */
  static void each(Connection connection, Look look, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, values)) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        boolean goesOn = true;
        while (goesOn && rows.next()) {
          goesOn = look.goesOn(rows);
        }
      }
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, plain(values[i]));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Hash hash) {
      return hash.bytes();
    }
    return value instanceof Content content ? content.bytes() : value;
  }
}
