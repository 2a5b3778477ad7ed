package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.Verification.Kind;
import io.github.consentgateway.record.Verification.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Compares what stands beside the chains with their records: the revocation that the end of a
 * consent brought about, and the restriction. Needs the keys; what has none any more is passed
 * over.
 */
record Beside(Shelf shelf, Clock clock) {

  private static final Duration CLOCKS_APART = Duration.ofHours(1);

  /** What a record brought about and is not there. */
  Optional<Problem> undone(Connection connection, KeptRow row) throws SQLException {
    if (row.subject().isEmpty() || row.content().isEmpty()) {
      return Optional.empty();
    }
    Optional<ConsentRecord> record = record(row);
    return record.isEmpty() || stands(connection, row, record.get())
        ? Optional.empty()
        : Optional.of(Problem.at(Kind.UNDONE, new Place(row.chain(), row.seq())));
  }

  private Optional<ConsentRecord> record(KeptRow row) {
    String text = opened(row.period(), row.subject().orElseThrow(), row.content().orElseThrow());
    return text.isEmpty() ? Optional.empty() : Optional.of(RecordText.read(text));
  }

  private boolean stands(Connection connection, KeptRow row, ConsentRecord record)
      throws SQLException {
    if (record.event().isEnd() && record.ends().isAfter(clock.instant())) {
      return isRevoked(connection, row.period(), record);
    }
    return record.event() != Event.RESTRICTED
        || new Restrictions(shelf.seal()).holds(connection, record.consentId())
        || isLifted(connection, row, record);
  }

  private boolean isRevoked(Connection connection, int period, ConsentRecord record)
      throws SQLException {
    String tag = Ending.tag(shelf.seal(), period, record.consentId());
    return Sql.first(
            connection,
            kept -> opened(kept.getInt(1), tag, Content.of(kept.getBytes(2))),
            "SELECT period, consent FROM consent_revocation WHERE subject = ? AND ends >= ?",
            tag,
            record.ends().getEpochSecond())
        .filter(record.consentId()::equals)
        .isPresent();
  }

  /** What was sealed; nothing of what was not. */
  private String opened(int period, String tag, Content sealed) {
    try {
      return shelf.seal().open(period, tag, sealed);
    } catch (LedgerException e) {
      return "";
    }
  }

  private boolean isLifted(Connection connection, KeptRow row, ConsentRecord restricted)
      throws SQLException {
    for (LedgerEntry entry : shelf.history(connection, restricted.consentId())) {
      if (entry.record().event() == Event.RELEASED && follows(entry, row, restricted)) {
        return true;
      }
    }
    return false;
  }

  /** In the same chain it is the order that counts; clocks of two nodes may differ. */
  private static boolean follows(LedgerEntry lifted, KeptRow row, ConsentRecord restricted) {
    return lifted.chain().equals(Chain.name(row.chain()))
        ? lifted.seq() > row.seq()
        : lifted.record().at().isAfter(restricted.at().minus(CLOCKS_APART));
  }

  /** The first record that was erased and whose content is there again. */
  static Optional<Problem> returned(Connection connection, Iterable<Place> erased)
      throws SQLException {
    for (Place place : erased) {
      boolean there =
          isThere(connection, "consent_record", place)
              || isThere(connection, "consent_quarantine", place);
      if (there) {
        return Optional.of(Problem.at(Kind.RETURNED, place));
      }
    }
    return Optional.empty();
  }

  private static boolean isThere(Connection connection, String table, Place place)
      throws SQLException {
    return Sql.first(
            connection,
            row -> true,
            "SELECT 1 FROM " + table + " WHERE chain = ? AND seq = ? AND content IS NOT NULL",
            place.chain(),
            place.seq())
        .isPresent();
  }
}
