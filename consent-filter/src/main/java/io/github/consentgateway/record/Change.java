package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;

/** What an entry changes beside its own rows, in the same transaction. May be made again. */
@FunctionalInterface
interface Change {

  /** Nothing else. */
  Change NONE = connection -> {};

  void on(Connection connection) throws SQLException;
}
