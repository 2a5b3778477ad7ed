package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    // Only what is signed is deleted, and what was written just now may not be yet.
    journal.append(Entry.signing());
    long deleted = clear();
    Optional<LedgerException> failure = Optional.empty();
    for (int period : due(day)) {
      try {
        deleted += delete(period);
      } catch (LedgerException e) {
        // A month that cannot go must not keep the others.
        failure = failure.or(() -> Optional.of(e));
      }
    }
    destroyKeys();
    if (failure.isPresent()) {
      throw failure.get();
    }
    return deleted;
  }

  /** Whether a month is over its time when what began on {@code day} is. */
  static boolean isDue(int period, LocalDate day) {
    return period <= Row.period(YearMonth.from(day.minusDays(CONSENT_DAYS)));
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

  private List<Integer> due(LocalDate day) {
    return sources.ask(UNREAD, Periods::kept).stream()
        .filter(period -> isDue(period, day))
        .toList();
  }

  private long delete(int period) {
    List<Span> spans = sources.ask(UNREAD, connection -> signed(connection, period));
    Instant now = clock.instant();
    Certificate certificate = Certificate.of(period, seal.name(period), spans, now);
    Row row = new Chronicle(seal).purged(certificate);
    journal.append(
        new Entry(List.of(row), new Purge(seal, period, spans, certificate.signed(signer), now)));
    return certificate.rows();
  }

  private List<Span> signed(Connection connection, int period) throws SQLException {
    List<Span> spans = Purge.spans(connection, period);
    if (!SignedChains.of(connection, period, signer).hold(connection, spans)) {
      throw new LedgerException(
          "What is filed under %s is not what was signed, and is not deleted: verify the ledger"
              .formatted(Row.month(period)));
    }
    return spans;
  }

  /**
   * Destroys the keys of months that nothing is kept of; what stays is sealed anew before. That
   * nothing is there proves nothing, since it may be another database: a certificate must say that
   * what was sealed with these keys was deleted.
   */
  private void destroyKeys() {
    int now = seal.period(clock.instant());
    int first =
        sources.change(
            "What is kept cannot be sealed anew",
            connection -> {
              // Whoever reads first and writes then may be refused where others write.
              Sql.lock(connection);
              int kept = Math.min(Periods.first(connection).orElse(now), certified(connection));
              new Restrictions(seal).sealAnew(connection, kept, now);
              new Quarantine(seal).sealAnew(connection, kept, now);
              new DisclosedCopies(seal).sealAnew(connection, kept, now);
              return kept;
            });
    seal.destroyBefore(first);
  }

  /** The month after the latest one whose deletion is certified under the name of its key. */
  private int certified(Connection connection) throws SQLException {
    return Certificates.signed(connection, signer).stream()
        .filter(said -> seal.knows(said.period()) && said.key().equals(seal.name(said.period())))
        .map(said -> Row.period(Row.month(said.period()).plusMonths(1)))
        .max(Comparator.naturalOrder())
        .orElse(seal.first());
  }
}
