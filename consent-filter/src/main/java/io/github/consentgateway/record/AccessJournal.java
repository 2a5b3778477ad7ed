package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.consentgateway.record.AccessRight.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The journal of who looked into the ledger, when, for what. It is written before anything is shown
 * (<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044272396">CNIL, recommendation
 * 2021-122</a>), hash-chained, and kept for a year. It serves to find misuse and nothing else.
 */
public final class AccessJournal implements Disposal {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int ATTEMPTS = 3;
  private static final int LONGEST_NAME = 100;
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final String UNREADABLE = "The journal cannot be read";

  private final Sources sources;
  private final Signer signer;
  private final Clock clock;

  /**
   * The journal in the ledger's database, whose tables are there.
   *
   * @param signer signs where the journal ends
   */
  public AccessJournal(DataSource source, Signer signer, Clock clock) {
    this.sources = new Sources(source, PATIENCE);
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Notes an access.
   *
   * @param right of whom
   * @param account under which account of the system
   * @param reference what it is about: a number, a file, a class
   * @throws LedgerException if it cannot be noted: then nothing may be shown
   */
  public void note(AccessRight right, String account, Operation operation, String reference) {
    write(
        told(right.name(), account, operation, reference)
            .put("role", right.role().name())
            .put("reason", right.reason()));
  }

  /**
   * Notes that somebody was refused, who may be anybody.
   *
   * @param person the name that was given, of which at most 100 characters are kept
   * @throws LedgerException if it cannot be noted
   */
  public void noteRefusal(String person, String account, Operation operation, String reference) {
    String name = person.substring(0, Math.min(person.length(), LONGEST_NAME));
    write(told(name, account, operation, reference).put("refused", true));
  }

  private ObjectNode told(String who, String account, Operation operation, String reference) {
    return Json.object()
        .put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("who", who)
        .put("account", account)
        .put("operation", operation.name())
        .put("reference", reference);
  }

  private void write(ObjectNode told) {
    String content = told.toString();
    for (int attempt = 1; ; attempt++) {
      try {
        sources.change(
            "The access cannot be noted, so nothing is shown",
            connection -> append(connection, content));
        return;
      } catch (LedgerException e) {
        // Somebody else may have noted an access at the same time, and taken the number.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private boolean append(Connection connection, String content) throws SQLException {
    Sql.lock(connection);
    AccessHead head = head(connection);
    Optional<AccessEntry> last = AccessEntry.last(connection);
    AccessEntry entry =
        last.map(before -> AccessEntry.after(before.id(), before.hash(), content))
            .orElseGet(() -> AccessEntry.after(head.last(), head.hash(), content));
    entry.keep(connection);
    if (isReadable(connection) && (last.isEmpty() || head.endsWith(last.get()))) {
      // Otherwise something was cut off, and must stay visible: the head goes on saying so.
      head.with(entry, clock.instant()).keep(connection, signer);
    }
    return true;
  }

  /** A head that is there and that nobody known has signed must stay, to be seen. */
  private boolean isReadable(Connection connection) throws SQLException {
    return !AccessHead.isKept(connection) || AccessHead.read(connection, signer).isPresent();
  }

  private AccessHead head(Connection connection) throws SQLException {
    return AccessHead.read(connection, signer).orElse(AccessHead.nothing(clock.instant()));
  }

  /** All that is noted, the oldest first: JSON objects. */
  public List<String> entries() {
    return sources.ask(UNREADABLE, AccessEntry::all).stream().map(AccessEntry::content).toList();
  }

  /** The number of the first entry that is not as it was written; empty if all are. */
  public OptionalLong firstAltered() {
    return sources.ask(UNREADABLE, this::firstAltered);
  }

  private OptionalLong firstAltered(Connection connection) throws SQLException {
    AccessHead head = head(connection);
    long next = head.first();
    Hash before = head.before();
    for (AccessEntry entry : AccessEntry.all(connection)) {
      if (entry.id() != next || !entry.before().equals(before) || !entry.isWhole()) {
        return OptionalLong.of(next);
      }
      next++;
      before = entry.hash();
    }
    boolean ends = head.last() == next - 1 && head.hash().equals(before);
    return ends ? OptionalLong.empty() : OptionalLong.of(Math.min(next, head.last() + 1));
  }

  /** The last entry; empty if there is none. */
  static Optional<SeenAccess> end(Connection connection) throws SQLException {
    return AccessEntry.last(connection).map(entry -> new SeenAccess(entry.id(), entry.hash()));
  }

  /** The first entry that a node has seen and that is not there, though it should be. */
  static Optional<SeenAccess> firstGone(Connection connection, List<SeenAccess> seen, Signer signer)
      throws SQLException {
    long first = AccessHead.read(connection, signer).map(AccessHead::first).orElse(0L);
    for (SeenAccess one : seen) {
      Optional<AccessEntry> kept = AccessEntry.of(connection, one.id());
      if (one.id() >= first && kept.filter(entry -> entry.hash().equals(one.hash())).isEmpty()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  @Override
  public String retentionClass() {
    return "AUDIT";
  }

  @Override
  public long deleteThrough(LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(PARIS).toInstant();
    return sources.change(
        "The journal cannot be shortened", connection -> deleteBefore(connection, end));
  }

  /**
   * What was written before a time goes, from the beginning on, and leaves no hole. The journal
   * begins after what was there and went: what somebody took out early is still missed.
   */
  private long deleteBefore(Connection connection, Instant end) throws SQLException {
    boolean due = AccessEntry.isAnyBefore(connection, end.toString());
    if (!due && !head(connection).at().isBefore(end)) {
      return 0;
    }
    Holds.requireNone(connection, retentionClass(), clock.instant());
    if (!isReadable(connection)) {
      throw new LedgerException("The end of the journal was signed by no known key: verify it");
    }
    AccessHead head = head(connection);
    if (!head.at().isBefore(end) && !AccessEntry.hangTogether(connection, head)) {
      throw new LedgerException("The journal is not as it was written: verify it");
    }
    long from =
        // One that is dated years ahead must not keep all that follows it.
        AccessEntry.from(connection, end.toString(), clock.instant().plus(AHEAD).toString())
            .map(AccessEntry::id)
            .orElse(Long.MAX_VALUE);
    Optional<AccessEntry> last = AccessEntry.lastBefore(connection, from);
    if (last.isPresent()) {
      head.without(last.get().id(), last.get().hash()).keep(connection, signer);
    } else if (from == Long.MAX_VALUE && head.at().isBefore(end)) {
      head.without(head.last(), head.hash()).keep(connection, signer);
    }
    return AccessEntry.deleteBefore(connection, from);
  }
}
