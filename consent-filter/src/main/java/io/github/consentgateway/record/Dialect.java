package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Locale;

/** The databases that the ledger's statements are known to run on, and what they do apart. */
enum Dialect {
  /** One file, one machine; the whole database is locked by whoever writes. */
  SQLITE {
    @Override
    void lockSchema(Connection connection) throws SQLException {
      execute(connection, "CREATE TABLE IF NOT EXISTS consent_schema (version INTEGER NOT NULL)");
      // Whoever writes holds the file, even if there is nothing to write.
      execute(connection, "DELETE FROM consent_schema WHERE version < 0");
    }

    @Override
    void bound(Connection connection) {}

    @Override
    void makeRoom(Connection connection, YearMonth month) {}

    @Override
    void drop(Connection connection, int period) throws SQLException {
      execute(connection, "DELETE FROM consent_record WHERE period = " + period);
    }
  },

  /** PostgreSQL 12 or later, and what speaks its language. */
  POSTGRESQL {
    /** Any number that no other program on the same database is likely to choose. */
    private static final long LOCK = 0x636f6e73656e74L;

    @Override
    void lockSchema(Connection connection) throws SQLException {
      execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
      execute(connection, "CREATE TABLE IF NOT EXISTS consent_schema (version INTEGER NOT NULL)");
    }

    @Override
    void bound(Connection connection) throws SQLException {
      execute(connection, "SET LOCAL lock_timeout = '500ms'");
    }

    @Override
    void makeRoom(Connection connection, YearMonth month) throws SQLException {
      int period = Row.period(month);
      bound(connection);
      if (!any(connection, "SELECT 1 FROM consent_record_default WHERE period = " + period)) {
        execute(
            connection,
            "CREATE TABLE IF NOT EXISTS consent_record_%d PARTITION OF consent_record FOR VALUES FROM (%d) TO (%d)"
                .formatted(period, period, Row.period(month.plusMonths(1))));
      }
    }

    @Override
    void drop(Connection connection, int period) throws SQLException {
      bound(connection);
      execute(connection, "DROP TABLE IF EXISTS consent_record_" + period);
      execute(connection, "DELETE FROM consent_record_default WHERE period = " + period);
    }
  };

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    for (Dialect dialect : values()) {
      if (dialect.name().equalsIgnoreCase(product)) {
        return dialect;
      }
    }
    throw new LedgerException("The ledger speaks SQLite and PostgreSQL; this is " + product);
  }

  /** Keeps other nodes from changing tables until this transaction ends. */
  abstract void lockSchema(Connection connection) throws SQLException;

  /** Whoever waits for a lock keeps all others waiting: then rather try again later. */
  abstract void bound(Connection connection) throws SQLException;

  /** Makes the place for the rows of a month, if such are made ahead. */
  abstract void makeRoom(Connection connection, YearMonth month) throws SQLException;

  /** Takes all rows of a month away. */
  abstract void drop(Connection connection, int period) throws SQLException;

  /** The isolation under which a long reading sees one state. */
  int snapshot() {
    return this == SQLITE
        ? Connection.TRANSACTION_SERIALIZABLE
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** The name of its migration scripts. */
  String scripts() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean any(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }
}
