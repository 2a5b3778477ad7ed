package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** The first whose records have not been deleted. */
  static Optional<Integer> first(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            row -> row.getInt(1),
            "SELECT MIN(period) FROM consent_span WHERE certificate IS NULL")
        .stream()
        .filter(period -> period > 0)
        .min(Comparator.naturalOrder());
  }

  /** Those under which records are set aside. */
  static List<Integer> setAside(Connection connection) throws SQLException {
    return Sql.list(
        connection, row -> row.getInt(1), "SELECT DISTINCT period FROM consent_quarantine");
  }
}
