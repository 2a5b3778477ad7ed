package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The consents that have ended before their time, on any node, until that time: in memory, because
 * every request asks. All are read at the start; later only what other nodes have added, by the
 * place of each in its chain, so that no clock matters.
 */
final class Revocations {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  private final Sources sources;
  private final Clock clock;
  private final Map<String, Long> ends = new ConcurrentHashMap<>();
  private final Map<Long, Long> seen = new HashMap<>();
  private boolean reported;

  Revocations(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  boolean contains(String consentId) {
    return ends.containsKey(consentId);
  }

  void add(String consentId, Instant end) {
    ends.put(consentId, end.getEpochSecond());
  }

  /** Reads what is new, and forgets those whose tokens have ended by themselves. */
  synchronized void refresh() {
    try (Connection connection = sources.open()) {
      lengths(connection).forEach((chain, length) -> follow(connection, chain, length));
      connection.rollback();
      reported = false;
    } catch (SQLException | LedgerException e) {
      report();
    }
    long now = clock.instant().getEpochSecond();
    ends.values().removeIf(end -> end <= now);
  }

  private void report() {
    if (!reported) {
      reported = true;
      LOG.log(Level.WARNING, "What other nodes have revoked cannot be read at present");
    }
  }

  private static Map<Long, Long> lengths(Connection connection) throws SQLException {
    Map<Long, Long> lengths = new HashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT chain, MAX(last_seq) FROM consent_span GROUP BY chain");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        lengths.put(rows.getLong(1), rows.getLong(2));
      }
    }
    return lengths;
  }

  private void follow(Connection connection, long chain, long length) {
    long from = seen.getOrDefault(chain, -1L);
    if (length <= from) {
      return;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT subject, ends FROM consent_revocation"
                + " WHERE chain = ? AND seq > ? AND seq <= ?")) {
      query.setLong(1, chain);
      query.setLong(2, from);
      query.setLong(3, length);
      query.setFetchSize(1_000);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ends.put(rows.getString(1), rows.getLong(2));
        }
      }
      seen.put(chain, length);
    } catch (SQLException e) {
      throw new LedgerException("Revocations cannot be read", e);
    }
  }
}
