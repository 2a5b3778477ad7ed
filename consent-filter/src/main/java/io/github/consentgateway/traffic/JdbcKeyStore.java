package io.github.consentgateway.traffic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;

/** A table of wrapped keys in the ledger's database, SQLite or PostgreSQL. Thread-safe. */
final class JdbcKeyStore implements EpochKeyStore {

  private static final int PATIENCE_SECONDS = 5;

  private final DataSource source;
  private volatile boolean made;

  JdbcKeyStore(DataSource source) {
    this.source = source;
  }

  /** What is asked or done on one connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T with(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        make(connection);
        return work.on(connection);
      } finally {
        connection.setAutoCommit(before);
      }
    }
  }

  private void make(Connection connection) throws SQLException {
    if (!made) {
      try {
        execute(
            connection,
            "CREATE TABLE IF NOT EXISTS consent_traffic_key"
                + " (day BIGINT NOT NULL PRIMARY KEY, wrapped BYTEA NOT NULL)");
      } catch (SQLException e) {
        // Another node has made it at the same moment, unless it is not there even now.
        execute(connection, "SELECT 1 FROM consent_traffic_key");
      }
      made = true;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      statement.execute(sql);
    }
  }

  @Override
  public Instant now() throws SQLException {
    return with(
        connection -> {
          String product = connection.getMetaData().getDatabaseProductName();
          String sql =
              product.equals("SQLite")
                  ? "SELECT CAST(strftime('%s', 'now') AS INTEGER)"
                  : "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)";
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Instant.ofEpochSecond(row.getLong(1));
          }
        });
  }

  @Override
  public Optional<byte[]> find(LocalDate day) throws SQLException {
    return with(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT wrapped FROM consent_traffic_key WHERE day = ?")) {
            query.setLong(1, day.toEpochDay());
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void putIfAbsent(LocalDate day, byte[] wrapped) throws SQLException {
    with(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO consent_traffic_key (day, wrapped) VALUES (?, ?)"
                      + " ON CONFLICT DO NOTHING")) {
            insert.setLong(1, day.toEpochDay());
            insert.setBytes(2, wrapped);
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public void deleteBefore(LocalDate day) throws SQLException {
    with(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM consent_traffic_key WHERE day < ?")) {
            delete.setLong(1, day.toEpochDay());
            return delete.executeUpdate();
          }
        });
  }
}
