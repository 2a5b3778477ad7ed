package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The months that the database has something of. */
final class Periods {

  private Periods() {}

  /** Those whose records have not been deleted, the first first. */
  static List<Integer> kept(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row -> row.getInt(1),
        "SELECT DISTINCT period FROM consent_span WHERE certificate IS NULL ORDER BY period");
  }

  /** Those under which records are set aside. */
  static List<Integer> setAside(Connection connection) throws SQLException {
    return Sql.list(
        connection, row -> row.getInt(1), "SELECT DISTINCT period FROM consent_quarantine");
  }
}
