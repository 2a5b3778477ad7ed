package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates of all deletions of records, and which of them hold. */
final class Certificates {

  /** A certificate as the database has it. */
  private record Kept(long id, String jws) {
    static Kept of(ResultSet row) throws SQLException {
      return new Kept(row.getLong(1), row.getString(2));
    }
  }

  private Certificates() {}

  static void keep(Connection connection, long id, String jws) throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO consent_certificate (id, jws) VALUES (?,?) ON CONFLICT DO NOTHING",
        id,
        jws);
  }

  /** The numbers of those that are signed and speak of what was deleted under them. */
  static Set<Long> holding(Connection connection, List<KeptSpan> spans, Signer signer)
      throws SQLException {
    return all(connection).stream()
        .filter(kept -> holds(kept, spans, signer))
        .map(Kept::id)
        .collect(Collectors.toSet());
  }

  /** What a known key has signed, all of it. */
  static List<Certificate> signed(Connection connection, Signer signer) throws SQLException {
    return all(connection).stream()
        .flatMap(kept -> Certificate.of(kept.jws(), signer).stream())
        .toList();
  }

  private static List<Kept> all(Connection connection) throws SQLException {
    return Sql.list(connection, Kept::of, "SELECT id, jws FROM consent_certificate ORDER BY id");
  }

  private static boolean holds(Kept kept, List<KeptSpan> spans, Signer signer) {
    List<Span> deleted =
        spans.stream().filter(span -> span.isUnder(kept.id())).map(KeptSpan::span).toList();
    return Certificate.of(kept.jws(), signer).filter(said -> said.covers(deleted)).isPresent();
  }
}
