package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A ledger in the application's own database: SQLite, or PostgreSQL 12 and later. Tables are
 * created and brought up to date when it is opened. Any number of nodes share one database; each
 * opening begins a hash chain of its own, which is tied to the ends of the others.
 *
 * <p>Many callers share one commit. A caller waits three seconds at most; while the database cannot
 * be reached it does not wait at all. Thread-safe.
 */
public final class JdbcConsentLedger implements ConsentLedger {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int ERASURES = 5;

  /** The file of {@link KnownHeads} in a data directory. */
  public static final String HEADS = "consent-ledger-heads";

  private final RefusalCounts counts = new RefusalCounts();
  private final Erased erased = new Erased();
  private final Sources sources;
  private final Filing filing;
  private final Spool spool;
  private final KnownHeads known;
  private final UnsignedEnds unsigned;
  private final Shelf shelf;
  private final Revocations revocations;
  private final Journal journal;
  private final Retention retention;
  private final Upkeep upkeep;

  private JdbcConsentLedger(
      Sources sources, RecordSeal seal, Optional<Path> beside, Signer signer, Clock clock) {
    this.spool = new Spool(beside.map(in -> in.resolve("consent-withdrawals")), seal);
    this.known = new KnownHeads(beside.map(in -> in.resolve(HEADS)), signer);
    this.filing = new Filing(seal);
    this.unsigned = new UnsignedEnds(sources, signer, clock);
    this.shelf = new Shelf(sources, seal);
    this.revocations = new Revocations(sources, seal, clock);
    this.sources = sources;
    this.journal =
        new Journal(
            new Desk(sources, seal, known, signer, counts, erased, clock),
            filing,
            spool,
            clock,
            PATIENCE);
    this.retention =
        new Retention(sources, new ProofDisposal(sources, seal, journal, signer, clock), clock);
    this.upkeep = new Upkeep(sources, seal, journal, retention, clock);
    retention.add(new AccessJournal(sources.source(), signer, clock));
    retention.add(new Disclosures(sources, signer, seal, clock));
  }

  /**
   * Opens the ledger in a database, creating its tables if need be.
   *
   * @param source gives connections; one is kept while there is something to write, the others come
   *     back at once
   * @param signer signs the ends of the chain
   * @param keys seal the records; whoever loses them has lost the records
   * @throws LedgerException if the database cannot be used, belongs to a newer release, or holds
   *     records that were sealed with other keys
   */
  public static JdbcConsentLedger open(DataSource source, Signer signer, Sealer keys, Clock clock) {
    return open(source, signer, keys, Optional.empty(), clock);
  }

  /**
   * As {@link #open(DataSource, Signer, Sealer, Clock)}.
   *
   * @param beside a directory of this node's own, for what must outlive the database: withdrawals
   *     while it is away, sealed, and where the chain ended, so that an older copy that is brought
   *     back is noticed. Without one, neither is
   */
  public static JdbcConsentLedger open(
      DataSource source, Signer signer, Sealer keys, Optional<Path> beside, Clock clock) {
    JdbcConsentLedger ledger = begun(source, signer, keys, beside, clock);
    ledger.upkeep.delete();
    return ledger;
  }

  private static JdbcConsentLedger begun(
      DataSource source, Signer signer, Sealer keys, Optional<Path> beside, Clock clock) {
    Sources sources = new Sources(source, PATIENCE);
    RecordSeal seal = new RecordSeal(keys);
    Upkeep.prepare(sources, seal, clock);
    JdbcConsentLedger ledger = new JdbcConsentLedger(sources, seal, beside, signer, clock);
    try {
      ledger.begin();
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
    return ledger;
  }

  /**
   * Opens the ledger for somebody who deletes by hand: nothing is deleted by opening it.
   *
   * @throws LedgerException as {@link #open(DataSource, Signer, Sealer, Clock)}
   */
  public static JdbcConsentLedger forUpkeep(
      DataSource source, Signer signer, Sealer keys, Clock clock) {
    return begun(source, signer, keys, Optional.empty(), clock);
  }

  /**
   * Opens the ledger in an SQLite file, which is created (mode 0600) if need be. The driver {@code
   * org.xerial:sqlite-jdbc} must be on the class path.
   *
   * @throws LedgerException as {@link #open}
   */
  public static JdbcConsentLedger embedded(Path file, Signer signer, Sealer keys, Clock clock) {
    try {
      Optional<Path> beside = Optional.ofNullable(file.toAbsolutePath().getParent());
      return open(SqliteFile.at(file), signer, keys, beside, clock);
    } catch (NoClassDefFoundError e) {
      throw new LedgerException(
          "A ledger in a file needs org.xerial:sqlite-jdbc on the class path", e);
    }
  }

  private void begin() {
    revocations.load();
    known.compare(sources);
    unsigned.sign();
    upkeep.later(unsigned::signLeft);
    upkeep.begin(revocations);
    spool.left().forEach(this::makeGood);
  }

  /** What an earlier process owed, unless it was kept after all. */
  private void makeGood(ConsentRecord owed) {
    boolean kept =
        shelf.history(owed.consentId()).stream()
            .anyMatch(entry -> entry.record().id().equals(owed.id()));
    if (!kept) {
      keepEventually(List.of(owed));
    }
    spool.done(1);
  }

  /**
   * Lets the retention engine delete data of the application as well, from now on.
   *
   * @throws IllegalArgumentException if the schedule has no such class
   */
  public JdbcConsentLedger with(List<Disposal> own) {
    own.forEach(retention::add);
    upkeep.delete();
    return this;
  }

  /** The engine that deletes what is over its time; it runs by itself, and at the start. */
  public Retention retention() {
    return retention;
  }

  @Override
  public void keep(List<ConsentRecord> events) {
    journal.append(entry(events));
    revoke(events);
  }

  @Override
  public void keepEventually(List<ConsentRecord> events) {
    revoke(events);
    journal.owe(entry(events));
  }

  private void revoke(List<ConsentRecord> events) {
    for (ConsentRecord event : events) {
      if (event.event().isEnd()) {
        revocations.add(event.consentId(), event.ends());
      }
    }
  }

  private Entry entry(List<ConsentRecord> events) {
    return new Entry(events.stream().map(filing::row).toList(), Change.NONE);
  }

  @Override
  public void count(Refusal refusal) {
    counts.add(refusal);
  }

  @Override
  public Map<Refusal, Long> refusals() {
    return shelf.refusals();
  }

  @Override
  public List<LedgerEntry> history(String consentId) {
    return shelf.history(consentId);
  }

  @Override
  public boolean isRevoked(String consentId) {
    return revocations.contains(consentId);
  }

  @Override
  public boolean erase(String consentId, Instant at) {
    erased.mark(consentId);
    try {
      List<LedgerEntry> entries = shelf.history(consentId);
      if (!entries.isEmpty()) {
        erase(entries, at);
        // What was being written meanwhile is there by the next look, or by a later one.
        upkeep.later(() -> eraseAll(shelf.history(consentId), at));
        eraseAllIfPossible(consentId, at);
      }
      return !entries.isEmpty();
    } catch (LedgerException e) {
      erased.unmark(consentId);
      throw e;
    }
  }

  private void eraseAllIfPossible(String consentId, Instant at) {
    try {
      eraseAll(shelf.history(consentId), at);
    } catch (LedgerException e) {
      LOG.log(Level.WARNING, "What was added to a consent while it was erased goes later");
    }
  }

  private void erase(List<LedgerEntry> entries, Instant at) {
    ConsentRecord last = entries.get(entries.size() - 1).record();
    Erasure erasure = new Erasure(filing, last, entries);
    journal.append(new Entry(List.of(erasure.row(at)), erasure));
    revocations.add(last.consentId(), last.ends());
  }

  /** Until nothing is left. */
  private void eraseAll(List<LedgerEntry> found, Instant at) {
    List<LedgerEntry> entries = found;
    for (int round = 0; !entries.isEmpty() && round < ERASURES; round++) {
      String consentId = entries.get(0).record().consentId();
      erase(entries, at);
      entries = shelf.history(consentId);
    }
  }

  @Override
  public void publish(Publication publication) {
    journal.append(new Entry(List.of(), new Publishing(publication)));
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

  @Override
  public void close() {
    upkeep.close();
    journal.close();
  }
}
