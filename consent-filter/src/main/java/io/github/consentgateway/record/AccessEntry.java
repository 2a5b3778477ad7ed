package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An entry of the access journal, as the database has it. */
record AccessEntry(long id, Hash before, String content, Hash hash) {

  private static final String SELECT = "SELECT id, before_hash, content, hash FROM consent_access";

  static AccessEntry after(long last, Hash before, String content) {
    long id = last + 1;
    return new AccessEntry(id, before, content, hash(before, id, content));
  }

  private static Hash hash(Hash before, long id, String content) {
    return before.next(0, id, 0, Hash.of(content));
  }

  private static AccessEntry of(ResultSet row) throws SQLException {
    return new AccessEntry(
        row.getLong(1), Hash.kept(row.getBytes(2)), row.getString(3), Hash.kept(row.getBytes(4)));
  }

  boolean isWhole() {
    return hash.equals(hash(before, id, content));
  }

  void keep(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_access (id, before_hash, content, hash) VALUES (?,?,?,?)",
        id,
        before,
        content,
        hash);
  }

  /** All of them, the oldest first. */
  static List<AccessEntry> all(Connection connection) throws SQLException {
    return Sql.list(connection, AccessEntry::of, SELECT + " ORDER BY id");
  }

  /** Whether all are as they were written, their times too, up to the one that a head names. */
  static boolean hangTogether(Connection connection, AccessHead head) throws SQLException {
    Optional<AccessEntry> before = Optional.empty();
    for (AccessEntry entry : all(connection)) {
      if (!entry.isWhole() || before.filter(entry::followsNot).isPresent()) {
        return false;
      }
      before = Optional.of(entry);
    }
    return before.isEmpty() || head.endsWith(before.get());
  }

  private boolean followsNot(AccessEntry other) {
    return id != other.id + 1 || !before.equals(other.hash);
  }

  static Optional<AccessEntry> last(Connection connection) throws SQLException {
    return lastBefore(connection, Long.MAX_VALUE);
  }

  /** The last one with a lower number. */
  static Optional<AccessEntry> lastBefore(Connection connection, long id) throws SQLException {
    return Sql.first(
        connection, AccessEntry::of, SELECT + " WHERE id < ? ORDER BY id DESC LIMIT 1", id);
  }

  static Optional<AccessEntry> of(Connection connection, long id) throws SQLException {
    return Sql.first(connection, AccessEntry::of, SELECT + " WHERE id = ?", id);
  }

  /** The first entry of a time, in ISO 8601, or later, and not after another. */
  static Optional<AccessEntry> from(Connection connection, String time, String last)
      throws SQLException {
    return Sql.first(
        connection,
        AccessEntry::of,
        SELECT
            + " WHERE SUBSTR(content, 8, 20) >= ? AND SUBSTR(content, 8, 20) <= ?"
            + " ORDER BY id LIMIT 1",
        time,
        last);
  }

  /** Whether there is an entry from before this time, in ISO 8601. */
  static boolean isAnyBefore(Connection connection, String time) throws SQLException {
    return Sql.first(
            connection,
            row -> true,
            "SELECT 1 FROM consent_access WHERE SUBSTR(content, 8, 20) < ? LIMIT 1",
            time)
        .isPresent();
  }

  /** Deletes all entries before one; how many that were. */
  static int deleteBefore(Connection connection, long id) throws SQLException {
    return Sql.update(connection, "DELETE FROM consent_access WHERE id < ?", id);
  }
}
