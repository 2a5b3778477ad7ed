package io.github.consentgateway.record;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where batches are written, one after the other. Confined to the thread that writes.
 *
 * <p>If a connection breaks while a batch is being written, nobody knows whether it was kept. The
 * end of the chain in the database tells: each row has its place in the chain, so that a second
 * writing neither loses nor doubles one. Where that is not enough, since a commit may still be on
 * its way, another chain begins: what comes late then hinders nobody, and is found.
 */
final class Desk {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final long IDLE = Duration.ofSeconds(10).toNanos();

  private final Sources sources;
  private final RecordSeal seal;
  private final RefusalCounts counts;
  private final Erased erased;
  private final Clock clock;
  private final HeadSigning heads;
  private final KnownHeads known;
  private Chain chain = Chain.begun();
  private @Nullable BatchWriter writer;
  private @Nullable Batch unsettled;
  private final long counter = chain.id();
  private final Doubtful late = new Doubtful();
  private Optional<Row> opening = Optional.empty();
  private boolean again;
  private List<Entry> foundKept = List.of();
  private boolean reported;
  private long lastUsed = System.nanoTime();

  Desk(
      Sources sources,
      RecordSeal seal,
      KnownHeads known,
      Signer signer,
      RefusalCounts counts,
      Erased erased,
      Clock clock) {
    this.erased = erased;
    this.clock = clock;
    this.known = known;
    this.sources = sources;
    this.seal = seal;
    this.counts = counts;
    this.heads = new HeadSigning(signer, clock);
  }

  /** Whether the database answers and nothing is in doubt; connects if need be. */
  boolean isReady() {
    try {
      Batch doubtful = unsettled;
      if (doubtful != null) {
        resolve(doubtful, writer().end(chain.id()));
      }
      writer();
      return true;
    } catch (Throwable e) {
      broken(e);
      return false;
    }
  }

  /** Callers of a batch in doubt have been told that nothing was kept. */
  private void resolve(Batch doubtful, Optional<Hash> end) {
    unsettled = null;
    if (end.filter(doubtful.after().last()::equals).isPresent()) {
      adopt(doubtful);
      foundKept = doubtful.entries();
    } else if (!again) {
      leave(doubtful);
    }
  }

  /**
   * Nothing follows on a batch that may still come; the new chain names where the old one ended.
   */
  private void leave(Batch doubtful) {
    late.add(doubtful);
    Chain left = chain;
    chain = Chain.begun();
    heads.begin();
    Instant now = clock.instant();
    opening = Optional.of(new Chronicle(seal).opened(now, Ties.end(left), Optional.empty()));
  }

  /** What has come late is looked for now and then. */
  private void lookForLate() throws SQLException {
    if (late.isDue()) {
      List<Entry> found = new ArrayList<>(foundKept);
      for (Batch batch : late.all()) {
        if (writer().end(batch.after().id()).filter(batch.after().last()::equals).isPresent()) {
          late.remove(batch);
          found.addAll(batch.entries());
        }
      }
      foundKept = found;
    }
  }

  /** The entries of a batch that was kept although it had been said not to be; told once. */
  List<Entry> foundKept() {
    List<Entry> found = foundKept;
    foundKept = List.of();
    return found;
  }

  /** What has become of a batch. */
  enum Kept {
    /** It is durable. */
    NOW,
    /** It is not, as far as is known; it may be found to be so later. */
    LOST,
    /** It was not begun, since somebody else was deleting. */
    NOT_BEGUN
  }

  /** Makes entries durable, with what else is due. */
  Kept keep(List<Entry> entries) {
    Batch batch = Batch.of(chain, opening, entries, erased, counter, counts.changed(), heads);
    if (batch.isEmpty()) {
      rest();
      return Kept.NOW;
    }
    Kept first = written(batch);
    return first == Kept.LOST ? writtenAgain(batch) : first;
  }

  /** Whatever is thrown, an error too, leaves open whether the batch was kept. */
  private Kept written(Batch batch) {
    try {
      writer().write(batch);
      adopt(batch);
      lookForLate();
      return Kept.NOW;
    } catch (BusyException e) {
      return Kept.NOT_BEGUN;
    } catch (Throwable e) {
      broken(e);
      return Kept.LOST;
    }
  }

  private Kept writtenAgain(Batch batch) {
    if (batch.links().isEmpty()) {
      return isReady() ? written(batch) : Kept.LOST;
    }
    long before = chain.length();
    unsettled = batch;
    again = true;
    boolean ready = isReady();
    again = false;
    if (!ready) {
      return Kept.LOST;
    }
    boolean found = chain.length() > before;
    foundKept = found ? List.of() : foundKept;
    return found ? Kept.NOW : writtenAtLast(batch);
  }

  private Kept writtenAtLast(Batch batch) {
    Kept kept = written(batch);
    if (kept == Kept.LOST) {
      unsettled = batch;
    }
    return kept;
  }

  private void adopt(Batch batch) {
    lastUsed = System.nanoTime();
    reported = false;
    counts.keptNow(batch.counts());
    batch.head().ifPresent(heads::kept);
    batch.head().ifPresent(known::keep);
    chain = batch.after();
    opening = batch.links().isEmpty() ? opening : Optional.empty();
  }

  /** Says that nothing will follow in this chain, if nothing is in doubt; the desk is closed. */
  void end() {
    if (isReady()) {
      var unused = written(Batch.closing(chain, counter, counts.changed(), heads));
    }
    close();
  }

  private BatchWriter writer() throws SQLException {
    BatchWriter open = writer;
    if (open == null) {
      open = new BatchWriter(sources.open(), seal);
      writer = open;
    }
    return open;
  }

  private void broken(Throwable failure) {
    if (!reported) {
      reported = true;
      LOG.log(Level.ERROR, "No consent can be recorded, so none is given: " + message(failure));
    }
    close();
  }

  /** Drivers quote the values of a statement that fails; only our own messages do not. */
  private static String message(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return "the database says " + sql.getSQLState() + " (" + sql.getErrorCode() + ")";
    }
    return failure instanceof LedgerException ours
        ? String.valueOf(ours.getMessage())
        : failure.getClass().getName();
  }

  /** Gives the connection back while nothing happens. */
  private void rest() {
    if (System.nanoTime() - lastUsed > IDLE) {
      close();
    }
  }

  private void close() {
    BatchWriter open = writer;
    if (open != null) {
      writer = null;
      open.close();
    }
  }
}
