package io.github.consentgateway.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the first row of each chain says of the ends that other chains had then. Whoever takes a
 * whole chain away has to change all that were begun after it.
 */
final class Ties {

  /** So many chains, those that were signed last, are named by a new one. */
  static final int MOST = 64;

  /** No row has this hash. */
  private static final Hash CONTRADICTION = Hash.NOTHING;

  private final Map<Long, Map<Long, Hash>> ends = new HashMap<>();

  /** The ends of the latest chains, as a JSON array for the first row of a new one. */
  static String ends(Connection connection) throws SQLException {
    List<String> ends =
        Sql.list(
            connection,
            Ties::end,
            "SELECT s.chain, s.last_seq, s.last_hash FROM consent_span s JOIN (SELECT chain,"
                + " MAX(first_seq) AS latest FROM consent_span GROUP BY chain) t ON s.chain ="
                + " t.chain AND s.first_seq = t.latest LEFT JOIN consent_head h ON h.chain ="
                + " s.chain ORDER BY h.at IS NULL DESC, h.at DESC, s.chain LIMIT "
                + MOST);
    return "[" + String.join(",", ends) + "]";
  }

  private static String end(ResultSet row) throws SQLException {
    return end(row.getLong(1), row.getLong(2), Hash.kept(row.getBytes(3)));
  }

  /** The end of one chain, as a JSON array; empty if it has none. */
  static String end(Chain chain) {
    return chain.length() == 0
        ? "[]"
        : "[" + end(chain.id(), chain.length() - 1, chain.last()) + "]";
  }

  private static String end(long chain, long seq, Hash hash) {
    return "{\"chain\":\"%s\",\"seq\":%d,\"hash\":\"%s\"}".formatted(Chain.name(chain), seq, hash);
  }

  /** All that the chains say of each other. */
  static Ties read(Connection connection) throws SQLException {
    Ties ties = new Ties();
    Sql.each(
        connection,
        row -> {
          ties.add(Content.of(row.getBytes(1)).text());
          return true;
        },
        "SELECT content FROM consent_record WHERE seq = 0 AND content IS NOT NULL");
    return ties;
  }

  /** What is known from elsewhere. */
  void add(SaidHead said) {
    add(new Place(said.chain().id(), said.seq()), said.hash());
  }

  private void add(String content) {
    try {
      for (JsonNode end : Json.read(content).path("after")) {
        Place place = new Place(Json.chain(end.path("chain")), end.path("seq").asLong());
        add(place, Json.hash(end.path("hash")));
      }
    } catch (IllegalArgumentException e) {
      // The hash of the row will tell that it was altered.
      return;
    }
  }

  private void add(Place place, Hash hash) {
    ends.computeIfAbsent(place.chain(), unused -> new HashMap<>())
        .merge(place.seq(), hash, (one, other) -> one.equals(other) ? one : CONTRADICTION);
  }

  /** Whether nobody says otherwise than that this row had this hash. */
  boolean agree(long chain, long seq, Hash hash) {
    Map<Long, Hash> said = ends.get(chain);
    Hash expected = said == null ? null : said.remove(seq);
    return expected == null || expected.equals(hash);
  }

  /** Takes out what is said of rows that are gone in due time. */
  void passOver(Span span) {
    Map<Long, Hash> said = ends.get(span.chain());
    if (said != null) {
      said.keySet().removeIf(seq -> seq >= span.first() && seq <= span.last());
    }
  }

  /** A row that somebody has seen and that is not there. */
  Optional<Place> missing() {
    return ends.entrySet().stream()
        .flatMap(
            chain -> chain.getValue().keySet().stream().map(seq -> new Place(chain.getKey(), seq)))
        .sorted()
        .findFirst();
  }
}
