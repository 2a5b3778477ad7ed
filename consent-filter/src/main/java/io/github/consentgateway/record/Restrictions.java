package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The consents whose records their visitors want kept and not used (GDPR article 18). */
record Restrictions(RecordSeal seal) {

  private static final int SINCE = 4;

  /** A restriction as the database has it. */
  private record Kept(int period, String subject, String consentId, Instant since) {}

  /** Begins or ends a restriction, if that is what the record says. */
  void follow(Connection connection, ConsentRecord record) throws SQLException {
    if (record.event() == Event.RESTRICTED && !holds(connection, record.consentId())) {
      add(connection, seal.period(record.at()), record.consentId(), record.at());
    } else if (record.event() == Event.RELEASED) {
      remove(connection, record.consentId());
    }
  }

  /** Found by its names, not by reading all: any number of visitors may restrict. */
  boolean holds(Connection connection, String consentId) throws SQLException {
    for (int period : periods(connection)) {
      String tag = seal.tag(period, consentId);
      if (Sql.first(
              connection, row -> true, "SELECT 1 FROM consent_restriction WHERE subject = ?", tag)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private List<Integer> periods(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row -> row.getInt(1),
        "SELECT DISTINCT period FROM consent_restriction WHERE period >= ?",
        seal.first());
  }

  private void add(Connection connection, int period, String consentId, Instant since)
      throws SQLException {
    String tag = seal.tag(period, consentId);
    Sql.update(
        connection,
        "INSERT INTO consent_restriction (period, subject, consent, since) VALUES (?,?,?,?)"
            + " ON CONFLICT DO NOTHING",
        period,
        tag,
        seal.seal(period, tag, consentId),
        since.getEpochSecond());
  }

  /** Ends a restriction, if there is one. */
  void remove(Connection connection, String consentId) throws SQLException {
    for (int period : periods(connection)) {
      delete(connection, seal.tag(period, consentId));
    }
  }

  private static void delete(Connection connection, String tag) throws SQLException {
    Sql.update(connection, "DELETE FROM consent_restriction WHERE subject = ?", tag);
  }

  /** The consents that are restricted. */
  Set<String> ids(Connection connection) throws SQLException {
    return all(connection).stream()
        .map(Kept::consentId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What has no key any more is not there: a copy from long ago may have been brought back. */
  private List<Kept> all(Connection connection) throws SQLException {
    List<Kept> all = new ArrayList<>();
    Sql.each(
        connection,
        row -> {
          kept(row).ifPresent(all::add);
          return true;
        },
        "SELECT period, subject, consent, since FROM consent_restriction WHERE period >= ?",
        seal.first());
    return all;
  }

  /** A row that cannot be read is no reason to stop for the others. */
  private Optional<Kept> kept(ResultSet row) throws SQLException {
    Content sealed = Content.of(row.getBytes(3));
    try {
      return Optional.of(
          new Kept(
              row.getInt(1),
              row.getString(2),
              seal.open(row.getInt(1), row.getString(2), sealed),
              Instant.ofEpochSecond(row.getLong(SINCE))));
    } catch (LedgerException e) {
      return Optional.empty();
    }
  }

  /** Forgets those that began at this time or before. */
  void forget(Connection connection, Instant until) throws SQLException {
    Sql.update(
        connection, "DELETE FROM consent_restriction WHERE since <= ?", until.getEpochSecond());
  }

  /** Seals with another key what is sealed with those of the months before one. */
  void sealAnew(Connection connection, int before, int month) throws SQLException {
    for (Kept kept : all(connection)) {
      if (kept.period() < before) {
        String tag = seal.tag(month, kept.consentId());
        // In one step: one that is ended meanwhile must not come back.
        Sql.update(
            connection,
            "UPDATE consent_restriction SET period = ?, subject = ?, consent = ? WHERE subject = ?",
            month,
            tag,
            seal.seal(month, tag, kept.consentId()),
            kept.subject());
      }
    }
  }
}
