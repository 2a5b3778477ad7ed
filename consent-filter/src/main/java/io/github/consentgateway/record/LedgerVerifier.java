package io.github.consentgateway.record;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Reads a whole ledger and tells whether it is what was written: nothing altered, taken out, put
 * into another order or cut off. It writes nothing, reads one consistent state while others go on
 * writing, and keeps in memory what grows with months and erasures, not with records.
 *
 * <p>The month that a row is filed under is not hashed, and rows that no signed head covers are
 * believed if they hang together: whoever can write to the database can make use of that without
 * any key. Whoever can sign as well can make up another history. That shows only to those who hold
 * something signed of the true one: a receipt, or the heads of an earlier reading.
 */
public final class LedgerVerifier {

  private static final int PROGRESS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Sources sources;
  private final Signer signer;
  private final List<String> known;

  /** Verifies the ledger in this database by what {@code signer} believes. */
  public LedgerVerifier(DataSource source, Signer signer) {
    this.sources = new Sources(source, PATIENCE);
    this.signer = signer;
    this.known = List.of();
  }

  private LedgerVerifier(Sources sources, Signer signer, List<String> known) {
    this.sources = sources;
    this.signer = signer;
    this.known = List.copyOf(known);
  }

  /**
   * A verifier that also looks for what a node remembers of its own chains.
   *
   * @param heads the file that the node keeps, {@link JdbcConsentLedger#HEADS}; it need not exist
   */
  public LedgerVerifier knowing(Path heads) {
    return new LedgerVerifier(sources, signer, KnownHeads.read(heads));
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
    Ties ties = Ties.read(connection);
    known.forEach(jws -> SaidHead.of(jws, signer).ifPresent(ties::add));
    Reading reading = new Reading(spans(connection), heads(connection), ties, signer);
    Sql.each(
        connection,
        row -> {
          reading.read(KeptRow.of(row));
          if (reading.rows() % PROGRESS == 0) {
            progress.accept(reading.rows());
          }
          return reading.goesOn();
        },
        KeptRow.SELECT + " ORDER BY chain, seq");
    return reading.end();
  }

  private static List<KeptSpan> spans(Connection connection) throws SQLException {
    return Sql.list(connection, KeptSpan::of, KeptSpan.SELECT + " ORDER BY chain, first_seq");
  }

  private static Map<Long, List<KeptHead>> heads(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            KeptHead::of,
            "SELECT chain, seq, jws FROM consent_head ORDER BY chain, seq")
        .stream()
        .collect(Collectors.groupingBy(KeptHead::chain));
  }
}
