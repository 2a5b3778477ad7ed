package io.github.consentgateway.record;

import io.github.consentgateway.record.Verification.Kind;
import io.github.consentgateway.record.Verification.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Reads a whole ledger and tells whether it is what was written: nothing altered, taken out, put
 * into another order or cut off. It writes nothing, reads one consistent state while others go on
 * writing, and keeps in memory what grows with months and erasures, not with records.
 *
 * <p>Each chain is signed, with the months of its rows: about once a second while it grows, and
 * when it is closed. What a node that was cut off has not signed is told as a number; the next node
 * that starts signs it, once. Whoever can write to the database, and not sign, could put such rows
 * there in between. Of what stands beside the chains, revocations and restrictions are compared
 * with the records if the keys are there; holds and records that were set aside are not. Whoever
 * can sign as well can make up another history: that shows only to those who hold something signed
 * of the true one, a receipt or the heads of an earlier reading.
 */
public final class LedgerVerifier {

  private static final int PROGRESS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Sources sources;
  private final Signer signer;
  private final List<String> known;
  private final Optional<Beside> beside;

  /** Verifies the ledger in this database by what {@code signer} believes. */
  public LedgerVerifier(DataSource source, Signer signer) {
    this(new Sources(source, PATIENCE), signer, List.of(), Optional.empty());
  }

  private LedgerVerifier(
      Sources sources, Signer signer, List<String> known, Optional<Beside> beside) {
    this.sources = sources;
    this.signer = signer;
    this.known = List.copyOf(known);
    this.beside = beside;
  }

  /**
   * A verifier that also looks for what a node remembers of its own chains.
   *
   * @param heads the file that the node keeps, {@link JdbcConsentLedger#HEADS}; it need not exist
   */
  public LedgerVerifier knowing(Path heads) {
    return new LedgerVerifier(sources, signer, KnownHeads.read(heads), beside);
  }

  /**
   * A verifier that also sees whether every consent that was ended is revoked for as long as its
   * token would be valid, and every restriction that was asked for is there.
   *
   * @param keys those that the records are sealed with
   */
  public LedgerVerifier comparing(Sealer keys, Clock clock) {
    Shelf shelf = new Shelf(sources, new RecordSeal(keys));
    return new LedgerVerifier(sources, signer, known, Optional.of(new Beside(shelf, clock)));
  }

  /** How many rows there are. */
  public long rows() {
    return sources.ask(
        Sources.UNREADABLE,
        connection ->
            Sql.first(connection, row -> row.getLong(1), "SELECT COUNT(*) FROM consent_record")
                .orElseThrow());
  }

  /**
   * Reads all of it.
   *
   * @param progress told how many rows have been read, now and then
   * @throws LedgerException if the database cannot be read
   */
  public Verification verify(LongConsumer progress) {
    return sources.ask(
        Sources.UNREADABLE,
        connection -> {
          int before = connection.getTransactionIsolation();
          connection.setTransactionIsolation(Dialect.of(connection).snapshot());
          try {
            return verify(connection, progress);
          } finally {
            connection.rollback();
            connection.setTransactionIsolation(before);
          }
        });
  }

  private Verification verify(Connection connection, LongConsumer progress) throws SQLException {
    Reading reading = begun(connection);
    List<Problem> undone = new ArrayList<>();
    Sql.each(
        connection,
        row -> {
          KeptRow kept = KeptRow.of(row);
          reading.read(kept);
          if (reading.rows() % PROGRESS == 0) {
            progress.accept(reading.rows());
          }
          if (beside.isPresent() && reading.goesOn() && undone.isEmpty()) {
            beside.get().undone(connection, kept).ifPresent(undone::add);
          }
          return reading.goesOn();
        },
        KeptRow.SELECT + " ORDER BY chain, seq");
    Verification found = reading.end();
    return found.isWhole()
        ? found.with(undone.stream().findFirst()).with(elsewhere(connection, reading))
        : found;
  }

  private Optional<Problem> elsewhere(Connection connection, Reading reading) throws SQLException {
    Optional<Problem> returned = Beside.returned(connection, reading.own().erasedElsewhere());
    return returned.isPresent()
        ? returned
        : AccessJournal.firstGone(connection, reading.own().accesses(), signer)
            .map(gone -> Problem.at(Kind.ACCESS, new Place(0, gone.id())));
  }

  private Reading begun(Connection connection) throws SQLException {
    List<KeptSpan> spans =
        Sql.list(connection, KeptSpan::of, KeptSpan.SELECT + " ORDER BY chain, first_seq");
    Ties ties = Ties.read(connection);
    known.forEach(jws -> SaidHead.of(jws, signer).ifPresent(ties::add));
    Set<Long> certificates = Certificates.holding(connection, spans, signer);
    return new Reading(spans, certificates, heads(connection), ties);
  }

  /** What is signed of each chain; one whose head does not hold is not signed. */
  private Map<Long, SaidHead> heads(Connection connection) throws SQLException {
    Map<Long, SaidHead> heads = new HashMap<>();
    for (KeptHead kept : Sql.list(connection, KeptHead::of, KeptHead.SELECT)) {
      SaidHead.of(kept.jws(), signer)
          .filter(said -> said.chain().id() == kept.chain())
          .ifPresent(said -> heads.put(kept.chain(), said));
    }
    return heads;
  }
}
