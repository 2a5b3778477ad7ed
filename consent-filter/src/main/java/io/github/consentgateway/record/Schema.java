package io.github.consentgateway.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Objects;

/** The tables of the ledger, brought up to this release's version one script after the other. */
final class Schema {

  static final int VERSION = 4;

  /** Before this one, rows were hashed in another way, and chains cannot be carried over. */
  private static final int FIRST = 4;

  /** A node that looks every six hours has these months to do so. */
  private static final int MONTHS_AHEAD = 3;

  private Schema() {}

  /**
   * Creates what is missing, in one transaction. Any number of nodes may do so at once.
   *
   * @throws LedgerException if the tables belong to a newer release
   */
  static void prepare(Connection connection, Dialect dialect, YearMonth now) throws SQLException {
    dialect.lockSchema(connection);
    int found = version(connection);
    if (found > VERSION) {
      throw new LedgerException(
          "The ledger's tables are of version %d; this release knows them up to version %d"
              .formatted(found, VERSION));
    }
    if (found > 0 && found < FIRST) {
      throw new LedgerException(
          "The ledger's tables are of version %d, from before the first release; begin a new ledger"
              .formatted(found));
    }
    for (int next = Math.max(found + 1, FIRST); next <= VERSION; next++) {
      run(connection, script(dialect.scripts() + "-" + next + ".sql"));
      run(connection, "INSERT INTO consent_schema (version) VALUES (" + next + ")");
    }
    for (int ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
      dialect.makeRoom(connection, now.plusMonths(ahead));
    }
    connection.commit();
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM consent_schema")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : script.split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String script(String name) {
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
