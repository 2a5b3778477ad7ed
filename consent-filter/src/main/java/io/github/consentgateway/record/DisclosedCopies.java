package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sealed copies of what was handed over, each under the hash of its text. */
record DisclosedCopies(RecordSeal seal) {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** A copy as the database has it. */
  private record Kept(String name, int period, Content content) {
    static Kept of(ResultSet row) throws SQLException {
      return new Kept(row.getString(1), row.getInt(2), Content.of(row.getBytes(3)));
    }
  }

  int keep(Connection connection, String name, String text, Instant now) throws SQLException {
    int period = seal.period(now);
    return Sql.update(
        connection,
        "INSERT INTO consent_disclosure (name, period, day, content) VALUES (?,?,?,?)"
            + " ON CONFLICT DO NOTHING",
        name,
        period,
        LocalDate.ofInstant(now, PARIS).toEpochDay(),
        seal.seal(period, name, text));
  }

  /** All that can be read, the oldest first. */
  List<String> all(Connection connection) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Kept kept : kept(connection)) {
      text(kept).ifPresent(texts::add);
    }
    return texts;
  }

  private static List<Kept> kept(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        Kept::of,
        "SELECT name, period, content FROM consent_disclosure ORDER BY day, name");
  }

  /** A row that cannot be read is no reason to stop for the others. */
  private Optional<String> text(Kept kept) {
    try {
      return Optional.of(seal.open(kept.period(), kept.name(), kept.content()));
    } catch (LedgerException e) {
      LOG.log(Level.WARNING, "A copy of a disclosure cannot be read");
      return Optional.empty();
    }
  }

  /** Seals with another key what is sealed with those of the months before one. */
  void sealAnew(Connection connection, int before, int month) throws SQLException {
    for (Kept kept : kept(connection)) {
      Optional<String> text = kept.period() < before ? text(kept) : Optional.empty();
      if (text.isPresent()) {
        Sql.update(
            connection,
            "UPDATE consent_disclosure SET period = ?, content = ? WHERE name = ?",
            month,
            seal.seal(month, kept.name(), text.get()),
            kept.name());
      }
    }
  }

  static boolean isAnyDue(Connection connection, LocalDate day) throws SQLException {
    return Sql.first(
            connection,
            row -> true,
            "SELECT 1 FROM consent_disclosure WHERE day <= ? LIMIT 1",
            day.toEpochDay())
        .isPresent();
  }

  static int deleteThrough(Connection connection, LocalDate day) throws SQLException {
    return Sql.update(
        connection, "DELETE FROM consent_disclosure WHERE day <= ?", day.toEpochDay());
  }
}
