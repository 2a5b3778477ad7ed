package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads a ledger without opening it: nothing is written, no chain begins. */
public final class LedgerReader implements Publications {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Sources sources;
  private final RecordSeal seal;
  private final Shelf shelf;

  /** Reads the ledger in this database, whose records were sealed with these keys. */
  public LedgerReader(DataSource source, Sealer keys) {
    this.sources = new Sources(source, PATIENCE);
    this.seal = new RecordSeal(keys);
    this.shelf = new Shelf(sources, seal);
  }

  /** All that is kept of a consent, the oldest first. */
  public List<LedgerEntry> history(String consentId) {
    return shelf.history(consentId);
  }

  /**
   * The consent that a record tells of, by the name of the record: all records are read for it.
   *
   * @throws LedgerException if the database cannot be read
   */
  public Optional<String> consentOf(String recordId) {
    return sources.ask(
        Sources.UNREADABLE,
        connection -> {
          Optional<String> kept = consentOf(connection, "consent_record", recordId);
          return kept.isPresent() ? kept : consentOf(connection, "consent_quarantine", recordId);
        });
  }

  /** Rows that cannot be read are no reason not to find the others. */
  private Optional<String> consentOf(Connection connection, String table, String recordId)
      throws SQLException {
    List<String> found = new ArrayList<>();
    Sql.each(
        connection,
        row -> {
          read(SealedRow.of(row), new AtomicLong())
              .map(LedgerEntry::record)
              .filter(record -> record.id().equals(recordId))
              .ifPresent(record -> found.add(record.consentId()));
          return found.isEmpty();
        },
        "SELECT "
            + SealedRow.COLUMNS
            + " FROM "
            + table
            + " WHERE subject IS NOT NULL AND period >= ?",
        seal.first());
    return found.stream().findFirst();
  }

  @Override
  public List<Publication> publications() {
    return shelf.publications();
  }

  @Override
  public Optional<Publication> publication(String hash) {
    return shelf.publication(hash);
  }

  @Override
  public Optional<String> text(String hash) {
    return shelf.text(hash);
  }

  /** Whether a consent is over: ended by itself, or before its time. */
  public static boolean isOver(List<LedgerEntry> history, Instant now) {
    return history.stream()
        .anyMatch(entry -> entry.record().event().isEnd() || !entry.record().ends().isAfter(now));
  }

  /** Whether the use of a consent's records is restricted (GDPR article 18), as they say. */
  public static boolean isRestricted(List<LedgerEntry> history) {
    boolean restricted = false;
    for (LedgerEntry entry : history) {
      Event event = entry.record().event();
      restricted = event == Event.RESTRICTED || (restricted && event != Event.RELEASED);
    }
    return restricted;
  }

  /**
   * Shows records in the order of their chains; restricted ones are left out (DR-05).
   *
   * @param archived whether those of consents that are over at {@code now} are shown as well
   * @throws LedgerException if the database cannot be read; if some records cannot, after all
   *     others have been shown
   */
  public void forEach(Instant now, boolean archived, Consumer<LedgerEntry> consumer) {
    sources.ask(
        Sources.UNREADABLE,
        connection -> {
          AtomicLong unreadable = new AtomicLong();
          Set<String> hidden = new Restrictions(seal).ids(connection);
          hidden.addAll(archived ? Set.of() : over(connection, unreadable));
          return forEach(
              connection,
              unreadable,
              entry -> {
                boolean stands = archived || entry.record().ends().isAfter(now);
                if (stands && !hidden.contains(entry.record().consentId())) {
                  consumer.accept(entry);
                }
              });
        });
  }

  /** The consents that have ended before their time, as long as that might matter. */
  private Set<String> over(Connection connection, AtomicLong unreadable) throws SQLException {
    Set<String> over = new HashSet<>();
    Sql.each(
        connection,
        row -> {
          Content sealed = Content.of(row.getBytes(3));
          try {
            over.add(seal.open(row.getInt(1), row.getString(2), sealed));
          } catch (LedgerException e) {
            unreadable.incrementAndGet();
          }
          return true;
        },
        "SELECT period, subject, consent FROM consent_revocation WHERE period >= ?",
        seal.first());
    return over;
  }

  /**
   * Counts what happened from one instant on and before another, restricted or not: whom something
   * that went wrong in that time may have concerned (GDPR article 33).
   */
  public Map<Event, Long> count(Instant from, Instant to) {
    Map<Event, Long> counts = new EnumMap<>(Event.class);
    sources.ask(
        Sources.UNREADABLE,
        connection ->
            forEach(
                connection,
                new AtomicLong(),
                entry -> {
                  Instant at = entry.record().at();
                  if (!at.isBefore(from) && at.isBefore(to)) {
                    counts.merge(entry.record().event(), 1L, Long::sum);
                  }
                }));
    return counts;
  }

  private boolean forEach(
      Connection connection, AtomicLong unreadable, Consumer<LedgerEntry> consumer)
      throws SQLException {
    Sql.each(
        connection,
        row -> {
          read(SealedRow.of(row), unreadable).ifPresent(consumer);
          return true;
        },
        "SELECT "
            + SealedRow.COLUMNS
            + " FROM consent_record WHERE subject IS NOT NULL AND period >= ?"
            + " ORDER BY chain, seq",
        seal.first());
    if (unreadable.get() > 0) {
      throw new LedgerException(
          "Some records cannot be read, %d of them; all others were. Verify the ledger"
              .formatted(unreadable.get()));
    }
    return true;
  }

  private Optional<LedgerEntry> read(SealedRow row, AtomicLong unreadable) {
    try {
      return Optional.of(row.entry(seal));
    } catch (LedgerException e) {
      unreadable.incrementAndGet();
      return Optional.empty();
    }
  }

  /** How many refusals were counted on days of this time, the last included. */
  public long refusals(LocalDate first, LocalDate last) {
    return shelf.refusals().entrySet().stream()
        .filter(counted -> !counted.getKey().day().isBefore(first))
        .filter(counted -> !counted.getKey().day().isAfter(last))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
