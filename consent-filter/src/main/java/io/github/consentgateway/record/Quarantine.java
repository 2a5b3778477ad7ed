package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records that have been set aside when their month went, since their visitors have restricted
 * them.
 */
record Quarantine(RecordSeal seal) {

  /** Copies what is restricted of a month, sealed with the key of another. */
  void setAside(Connection connection, int period, int month, Instant now) throws SQLException {
    Set<String> restricted = seal.knows(period) ? new Restrictions(seal).ids(connection) : Set.of();
    for (String consentId : restricted) {
      List<SealedRow> rows =
          Sql.list(
              connection,
              SealedRow::of,
              "SELECT "
                  + SealedRow.COLUMNS
                  + " FROM consent_record WHERE period = ? AND subject = ?",
              period,
              seal.tag(period, consentId));
      for (SealedRow row : rows) {
        Optional<SealedRow> anew = under(row, month);
        if (anew.isPresent()) {
          add(connection, anew.get(), now.getEpochSecond());
        }
      }
    }
  }

  /** A row that cannot be read is no reason to stop for the others. */
  private Optional<SealedRow> under(SealedRow row, int month) {
    try {
      return Optional.of(row.under(month, seal));
    } catch (LedgerException e) {
      return Optional.empty();
    }
  }

  private Optional<String> consentId(SealedRow row) {
    try {
      return Optional.of(row.entry(seal).record().consentId());
    } catch (LedgerException e) {
      return Optional.empty();
    }
  }

  private static void add(Connection connection, SealedRow row, long since) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_quarantine (chain, seq, period, subject, content, hash, since)"
            + " VALUES (?,?,?,?,?,?,?) ON CONFLICT (chain, seq) DO UPDATE"
            + " SET period = excluded.period, subject = excluded.subject,"
            + " content = excluded.content, hash = excluded.hash, since = excluded.since",
        row.chain(),
        row.seq(),
        row.period(),
        row.subject(),
        row.content(),
        row.hash(),
        since);
  }

  private List<SealedRow> all(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        SealedRow::of,
        "SELECT " + SealedRow.COLUMNS + " FROM consent_quarantine WHERE period >= ?",
        seal.first());
  }

  /**
   * Deletes what is not restricted any more, and what was set aside at this time or before.
   *
   * @return how many records
   */
  long clear(Connection connection, Instant until) throws SQLException {
    long deleted =
        Sql.update(
            connection, "DELETE FROM consent_quarantine WHERE since <= ?", until.getEpochSecond());
    Set<String> restricted = new Restrictions(seal).ids(connection);
    for (SealedRow row : all(connection)) {
      if (consentId(row).filter(id -> !restricted.contains(id)).isPresent()) {
        deleted += remove(connection, row.chain(), row.seq());
      }
    }
    return deleted;
  }

  /** Deletes one record; how many that were. */
  static int remove(Connection connection, long chain, long seq) throws SQLException {
    return Sql.update(
        connection, "DELETE FROM consent_quarantine WHERE chain = ? AND seq = ?", chain, seq);
  }

  /** Seals with another key what is sealed with those of the months before one. */
  void sealAnew(Connection connection, int before, int month) throws SQLException {
    for (SealedRow row : all(connection)) {
      Optional<SealedRow> sealed = row.period() < before ? under(row, month) : Optional.empty();
      if (sealed.isPresent()) {
        SealedRow anew = sealed.get();
        Sql.update(
            connection,
            "UPDATE consent_quarantine SET period = ?, subject = ?, content = ?"
                + " WHERE chain = ? AND seq = ?",
            anew.period(),
            anew.subject(),
            anew.content(),
            anew.chain(),
            anew.seq());
      }
    }
  }
}
