package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the records of months that are over their time out of the ledger, a month in a transaction:
 * what remains of it are spans, which say how many rows there were and how they hang together, with
 * a signed certificate. Records that their visitors have restricted stay until that is lifted, at
 * most a year longer; the others of their month lose their content then.
 *
 * <p>A consent ends 180 days after its record at the latest, so that a month is due when its first
 * day is: no record stays longer than it may.
 */
final class ProofDisposal implements Disposal {

  static final String CLASS = "CONSENT_PROOF";

  private static final String UNREAD = "What is due cannot be read";
  private static final int CONSENT_DAYS = 180;

  /** A clock may be believed that is two days ahead; a token must not come back to life by it. */
  private static final Duration GRACE = Duration.ofDays(3);

  private static final Duration LONGEST_RESTRICTION = Duration.ofDays(365);

  /** When nothing that a restriction could be about can be there any more. */
  private static final Duration FORGOTTEN = Duration.ofDays(7 * 365);

  private final Sources sources;
  private final RecordSeal seal;
  private final Journal journal;
  private final Signer signer;
  private final Clock clock;

  ProofDisposal(Sources sources, RecordSeal seal, Journal journal, Signer signer, Clock clock) {
    this.sources = sources;
    this.seal = seal;
    this.journal = journal;
    this.signer = signer;
    this.clock = clock;
  }

  @Override
  public String retentionClass() {
    return CLASS;
  }

  @Override
  public long deleteThrough(LocalDate day) {
    long deleted = clear();
    for (int period : due(YearMonth.from(day.minusDays(CONSENT_DAYS)))) {
      deleted += delete(period);
    }
    destroyKeys();
    return deleted;
  }

  /** What was set aside for a restriction that has ended, and what only served until a day past. */
  private long clear() {
    Instant now = clock.instant();
    return sources.change("What is due cannot be deleted", connection -> clear(connection, now));
  }

  private long clear(Connection connection, Instant now) throws SQLException {
    new Restrictions(seal).forget(connection, now.minus(FORGOTTEN));
    Sql.update(
        connection,
        "DELETE FROM consent_revocation WHERE ends <= ?",
        now.minus(GRACE).getEpochSecond());
    return new Quarantine(seal).clear(connection, now.minus(LONGEST_RESTRICTION));
  }

  /** The months before, or of which the first day is due, that have not been deleted yet. */
  private List<Integer> due(YearMonth last) {
    return sources.ask(UNREAD, Periods::kept).stream()
        .filter(period -> period <= Row.period(last))
        .toList();
  }

  private long delete(int period) {
    List<Span> spans = spans(period);
    long rows = spans.stream().mapToLong(span -> span.last() - span.first() + 1).sum();
    String jws = signer.sign(Certificate.TYPE, certificate(period, spans, rows));
    Instant now = clock.instant();
    Row row =
        Row.own(
            now,
            "{\"event\":\"purged\",\"at\":\"%s\",\"period\":%d,\"rows\":%d}"
                .formatted(now.truncatedTo(ChronoUnit.SECONDS), period, rows),
            Optional.empty());
    journal.append(new Entry(List.of(row), new Purge(seal, period, spans, jws, now)));
    return rows;
  }

  /** Destroys the keys of months that nothing is kept of; what stays is sealed anew before. */
  private void destroyKeys() {
    int now = seal.period(clock.instant());
    int first =
        sources.change(
            "What is kept cannot be sealed anew",
            connection -> {
              int kept = Periods.first(connection).orElse(now);
              new Restrictions(seal).sealAnew(connection, kept, now);
              new Quarantine(seal).sealAnew(connection, kept, now);
              return kept;
            });
    seal.destroyBefore(first);
  }

  private List<Span> spans(int period) {
    return sources.ask(
        UNREAD,
        connection ->
            Sql.list(
                connection,
                row -> KeptSpan.of(row).span(),
                KeptSpan.SELECT
                    + " WHERE period = ? AND certificate IS NULL ORDER BY chain, first_seq",
                period));
  }

  private String certificate(int period, List<Span> spans, long rows) {
    return "{\"class\":\"%s\",\"period\":%d,\"key\":\"%s\",\"rows\":%d,\"at\":\"%s\",\"spans\":%s}"
        .formatted(
            CLASS,
            period,
            seal.name(period),
            rows,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            spans.stream().map(ProofDisposal::json).collect(Collectors.joining(",", "[", "]")));
  }

  private static String json(Span span) {
    return "{\"chain\":\"%s\",\"first\":%d,\"last\":%d,\"hash\":\"%s\"}"
        .formatted(Chain.name(span.chain()), span.first(), span.last(), span.hash());
  }
}
