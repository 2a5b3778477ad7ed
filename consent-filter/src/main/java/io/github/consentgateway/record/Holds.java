package io.github.consentgateway.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The legal holds, as the database has them. */
record Holds(Sources sources) {

  private static final Period LONGEST = Period.ofYears(1);
  private static final int UNTIL = 6;

  /** All that is wrong with a hold; empty if it may stand. */
  static List<String> problems(LegalHold hold, LocalDate today) {
    List<String> wrong = new ArrayList<>();
    if (!RetentionClass.isKnown(hold.retentionClass())) {
      wrong.add(hold.retentionClass() + ": no class of the schedule");
    }
    if (!LegalHold.REASONS.contains(hold.reason())) {
      wrong.add(
          hold.reason() + ": no reason; allowed: " + LegalHold.REASONS.stream().sorted().toList());
    }
    if (hold.until().isBefore(today) || hold.until().isAfter(today.plus(LONGEST))) {
      wrong.add(hold.until() + ": allowed are days from today to " + today.plus(LONGEST));
    }
    if (hold.reference().isBlank() || hold.owner().isBlank()) {
      wrong.add("a hold needs a reference and an owner");
    }
    return wrong;
  }

  void add(LegalHold hold) {
    sources.change(
        "The hold cannot be noted",
        connection ->
            Sql.update(
                connection,
                "INSERT INTO consent_hold (id, class, reason, reference, owner, until)"
                    + " VALUES (?,?,?,?,?,?)",
                hold.id(),
                hold.retentionClass(),
                hold.reason(),
                hold.reference(),
                hold.owner(),
                hold.until().toEpochDay()));
  }

  void remove(long id) {
    sources.change(
        "The hold cannot be ended",
        connection -> Sql.update(connection, "DELETE FROM consent_hold WHERE id = ?", id));
  }

  List<LegalHold> all() {
    return sources.ask(
        "The holds cannot be read",
        connection ->
            Sql.list(
                connection,
                Holds::hold,
                "SELECT id, class, reason, reference, owner, until FROM consent_hold ORDER BY id"));
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    return new LegalHold(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        LocalDate.ofEpochDay(row.getLong(UNTIL)));
  }
}
