package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The consents that have ended before their time, on any node, until that time: in memory, because
 * every request asks. All are read at the start; later only what other nodes have added, by the
 * place of each in its chain, so that no clock matters.
 */
final class Revocations {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  private static final int ENDS = 4;

  /** A clock may be ahead for a while; a token must not come back to life by it. */
  private static final Duration GRACE = Duration.ofDays(3);

  private final Sources sources;
  private final RecordSeal seal;
  private final Clock clock;
  private final Map<String, Long> ends = new ConcurrentHashMap<>();
  private final Map<Long, Long> seen = new HashMap<>();
  private Instant last = Instant.MIN;
  private boolean reported;

  Revocations(Sources sources, RecordSeal seal, Clock clock) {
    this.sources = sources;
    this.seal = seal;
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
    if (clock.instant().isBefore(last)) {
      // What a clock that was ahead has let go is read again.
      seen.clear();
    }
    last = clock.instant();
    try {
      load();
      reported = false;
    } catch (LedgerException e) {
      report();
    }
    long now = clock.instant().getEpochSecond();
    ends.values().removeIf(end -> end + GRACE.toSeconds() <= now);
  }

  /**
   * Reads what is new.
   *
   * @throws LedgerException if that is not possible
   */
  synchronized void load() {
    sources.ask("Revocations cannot be read", this::follow);
  }

  private void report() {
    if (!reported) {
      reported = true;
      LOG.log(Level.WARNING, "What other nodes have revoked cannot be read, or not all of it");
    }
  }

  private int follow(Connection connection) throws SQLException {
    List<Length> lengths =
        Sql.list(
            connection,
            row -> new Length(row.getLong(1), row.getLong(2)),
            "SELECT chain, MAX(last_seq) FROM consent_span WHERE certificate IS NULL GROUP BY chain");
    for (Length length : lengths) {
      follow(connection, length);
    }
    return lengths.size();
  }

  /** How far a chain has got: the number of its last row. */
  private record Length(long chain, long last) {}

  private void follow(Connection connection, Length length) throws SQLException {
    long from = seen.getOrDefault(length.chain(), -1L);
    if (length.last() <= from) {
      return;
    }
    Sql.each(
        connection,
        row -> {
          read(row);
          return true;
        },
        "SELECT period, subject, consent, ends FROM consent_revocation"
            + " WHERE chain = ? AND seq > ? AND seq <= ?",
        length.chain(),
        from,
        length.last());
    seen.put(length.chain(), length.last());
  }

  /** One that cannot be read is no reason to miss the others. */
  private void read(ResultSet row) throws SQLException {
    try {
      Content sealed = Content.of(row.getBytes(3));
      ends.put(seal.open(row.getInt(1), row.getString(2), sealed), row.getLong(ENDS));
    } catch (LedgerException | DateTimeException e) {
      report();
    }
  }
}
