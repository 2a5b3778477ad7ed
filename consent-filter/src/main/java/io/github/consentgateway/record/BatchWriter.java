package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes batches through one connection, each in one transaction. Confined to one thread. */
final class BatchWriter implements AutoCloseable {

  private static final int COLUMNS = 6;

  /** Statements exist for powers of two of rows up to this one. */
  private static final int MOST_ROWS = 128;

  private final Lease lease;
  private final Connection connection;
  private final Restrictions restrictions;
  private final Map<Integer, PreparedStatement> inserts = new HashMap<>();

  BatchWriter(Lease lease, RecordSeal seal) {
    this.lease = lease;
    this.connection = lease.connection();
    this.restrictions = new Restrictions(seal);
  }

  /** Makes all of {@code batch} durable, or nothing of it. */
  void write(Batch batch) throws SQLException {
    if (batch.entries().stream().anyMatch(Entry::isAboutRestrictions)) {
      // Whoever deletes a month, or seals anew, has asked already who is restricted.
      lockOrLeave();
    }
    for (int from = 0; from < batch.links().size(); ) {
      int count = Math.min(MOST_ROWS, Integer.highestOneBit(batch.links().size() - from));
      insert(batch.links().subList(from, from + count));
      from += count;
    }
    spans(batch.after().since(batch.before()));
    consequences(batch.links());
    for (Entry entry : batch.entries()) {
      entry.change().on(connection);
    }
    counts(batch);
    if (batch.head().isPresent()) {
      KeptHead.keep(connection, batch.head().get());
    }
    connection.commit();
  }

  private void lockOrLeave() throws SQLException {
    try {
      Sql.lock(connection);
    } catch (SQLException e) {
      connection.rollback();
      throw new BusyException(e);
    }
  }

  private void insert(List<Link> links) throws SQLException {
    PreparedStatement insert = insert(links.size());
    int at = 0;
    for (Link link : links) {
      insert.setLong(++at, link.chain());
      insert.setLong(++at, link.seq());
      insert.setInt(++at, link.row().period());
      optional(insert, ++at, link.row().subject());
      insert.setBytes(++at, link.row().content().bytes());
      insert.setBytes(++at, link.hash().bytes());
    }
    if (insert.executeUpdate() != links.size()) {
      // Somebody else writes to this chain: what is there is not what we would build upon.
      throw new LedgerException("Another process writes to the same chain");
    }
  }

  private PreparedStatement insert(int rows) throws SQLException {
    PreparedStatement known = inserts.get(rows);
    if (known != null) {
      return known;
    }
    String places = "(" + "?,".repeat(COLUMNS - 1) + "?)";
    PreparedStatement made =
        connection.prepareStatement(
            "INSERT INTO consent_record (chain, seq, period, subject, content, hash) VALUES "
                + (places + ",").repeat(rows - 1)
                + places
                + " ON CONFLICT DO NOTHING");
    inserts.put(rows, made);
    return made;
  }

  private static void optional(PreparedStatement statement, int at, Optional<String> text)
      throws SQLException {
    if (text.isPresent()) {
      statement.setString(at, text.get());
    } else {
      statement.setNull(at, Types.VARCHAR);
    }
  }

  private void spans(List<Span> spans) throws SQLException {
    for (Span span : spans) {
      Sql.update(
          connection,
          "INSERT INTO consent_span (chain, first_seq, period, before_hash, last_seq, last_hash)"
              + " VALUES (?,?,?,?,?,?) ON CONFLICT (chain, first_seq) DO UPDATE"
              + " SET last_seq = excluded.last_seq, last_hash = excluded.last_hash",
          span.chain(),
          span.first(),
          span.period(),
          span.before(),
          span.last(),
          span.hash());
    }
  }

  private void consequences(List<Link> links) throws SQLException {
    for (Link link : links) {
      if (link.row().ending().isPresent()) {
        revoke(link, link.row().ending().get());
      }
      if (link.row().record().isPresent()) {
        restrictions.follow(connection, link.row().record().get());
      }
    }
  }

  private void revoke(Link link, Ending ending) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_revocation (subject, period, consent, chain, seq, ends)"
            + " VALUES (?,?,?,?,?,?) ON CONFLICT (subject) DO UPDATE SET period = excluded.period,"
            + " consent = excluded.consent, chain = excluded.chain, seq = excluded.seq,"
            // The latest end, should there be two.
            + " ends = CASE WHEN excluded.ends > consent_revocation.ends THEN excluded.ends"
            + " ELSE consent_revocation.ends END",
        ending.subject(),
        ending.period(),
        ending.consent(),
        link.chain(),
        link.seq(),
        ending.ends().getEpochSecond());
  }

  private void counts(Batch batch) throws SQLException {
    for (Map.Entry<Refusal, Long> counted : batch.counts().entrySet()) {
      Sql.update(
          connection,
          "INSERT INTO consent_refusal (day, version, language, chain, total) VALUES (?,?,?,?,?)"
              + " ON CONFLICT (day, version, language, chain) DO UPDATE"
              + " SET total = excluded.total",
          counted.getKey().day().toEpochDay(),
          counted.getKey().version(),
          counted.getKey().language(),
          batch.counter(),
          counted.getValue());
    }
  }

  /** The hash that the database has at the end of a chain; empty if it has nothing of it. */
  Optional<Hash> end(long chain) throws SQLException {
    Optional<Hash> end =
        Sql.first(
            connection,
            row -> Hash.kept(row.getBytes(1)),
            "SELECT last_hash FROM consent_span WHERE chain = ? ORDER BY first_seq DESC LIMIT 1",
            chain);
    connection.rollback();
    return end;
  }

  /** Gives the connection back; a transaction that is open ends without effect. */
  @Override
  public void close() {
    try (lease) {
      for (PreparedStatement insert : inserts.values()) {
        insert.close();
      }
    } catch (SQLException e) {
      // It is of no use any more, which is why it is closed.
      return;
    }
  }
}
