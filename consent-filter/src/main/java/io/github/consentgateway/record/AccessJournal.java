package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.consentgateway.record.AccessRight.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int ATTEMPTS = 3;
  private static final String SELECT = "SELECT id, before_hash, content, hash FROM consent_access";

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
    String content =
        JSON.createObjectNode()
            .put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("who", right.name())
            .put("role", right.role().name())
            .put("account", account)
            .put("operation", operation.name())
            .put("reference", reference)
            .put("reason", right.reason())
            .toString();
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

  private int append(Connection connection, String content) throws SQLException {
    Entry last =
        Sql.first(connection, Entry::of, SELECT + " ORDER BY id DESC LIMIT 1")
            .orElse(Entry.NOTHING);
    long id = last.id() + 1;
    Hash hash = last.hash().next(0, id, Hash.of(content));
    Sql.update(
        connection,
        "INSERT INTO consent_access (id, before_hash, content, hash) VALUES (?,?,?,?)",
        id,
        last.hash(),
        content,
        hash);
    if (!isEndOf(last, head(connection))) {
      // What was cut off must stay visible: the head goes on saying what there was.
      return 0;
    }
    return Sql.update(
        connection,
        "INSERT INTO consent_access_head (id, seq, jws) VALUES (1, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, jws = excluded.jws",
        id,
        SignedHead.of(0, id, hash, clock.instant(), signer).jws());
  }

  /** An entry as the database has it. */
  private record Entry(long id, Hash before, String content, Hash hash) {

    /** What stands before the first one. */
    static final Entry NOTHING = new Entry(-1, Hash.NOTHING, "", Hash.NOTHING);

    static Entry of(ResultSet row) throws SQLException {
      return new Entry(
          row.getLong(1), Hash.kept(row.getBytes(2)), row.getString(3), Hash.kept(row.getBytes(4)));
    }

    boolean isWhole() {
      return hash.equals(before.next(0, id, Hash.of(content)));
    }

    boolean follows(Entry last) {
      return id == last.id + 1 && before.equals(last.hash);
    }
  }

  /** All that is noted, the oldest first: JSON objects. */
  public List<String> entries() {
    return all().stream().map(Entry::content).toList();
  }

  private List<Entry> all() {
    return sources.ask(
        "The journal cannot be read",
        connection -> Sql.list(connection, Entry::of, SELECT + " ORDER BY id"));
  }

  /** The number of the first entry that is not as it was written; empty if all are. */
  public OptionalLong firstAltered() {
    Entry last = Entry.NOTHING;
    for (Entry entry : all()) {
      // The oldest entries go after a year, so that the first one left may follow on anything.
      boolean isOldest = last.id() < 0 && entry.id() > 0;
      if (!entry.isWhole() || !(isOldest || entry.follows(last))) {
        return OptionalLong.of(isOldest ? entry.id() : last.id() + 1);
      }
      last = entry;
    }
    return isEndOf(last) ? OptionalLong.empty() : OptionalLong.of(last.id() + 1);
  }

  /** Whether nothing was cut off behind this entry. */
  private boolean isEndOf(Entry last) {
    return isEndOf(last, sources.ask("The journal cannot be read", AccessJournal::head));
  }

  private static Optional<KeptHead> head(Connection connection) throws SQLException {
    return Sql.first(
        connection,
        row -> new KeptHead(0, row.getLong(1), row.getString(2)),
        "SELECT seq, jws FROM consent_access_head");
  }

  private boolean isEndOf(Entry last, Optional<KeptHead> head) {
    return head.map(known -> isEndOf(last, known)).orElse(last.id() < 0);
  }

  /** All entries go when nobody has looked into the ledger for a year. */
  private boolean isEndOf(Entry last, KeptHead head) {
    boolean allGone =
        last.id() < 0
            && head.isSigned(signer)
            && head.day(signer).isBefore(RetentionClass.named("AUDIT").dueThrough(clock.instant()));
    return allGone || (head.seq() == last.id() && head.says(last.hash(), signer));
  }

  @Override
  public String retentionClass() {
    return "AUDIT";
  }

  @Override
  public long deleteThrough(LocalDate day) {
    String end = day.plusDays(1).atStartOfDay(PARIS).toInstant().toString();
    return sources.change(
        "The journal cannot be shortened",
        connection ->
            Sql.update(
                connection, "DELETE FROM consent_access WHERE SUBSTR(content, 8, 20) < ?", end));
  }
}
