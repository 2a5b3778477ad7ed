package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spans that nodes have signed. Only such are deleted and certified: whoever can write to the
 * database, and not sign, can file nothing that was signed under a month in which it would go.
 *
 * <p>What stands behind the signed end of a chain that was not closed goes with its month: a node
 * that was cut off has left it, or somebody has put it there, and nobody knows more of it later.
 */
final class SignedChains {

  private final Set<Span> spans = new HashSet<>();
  private final Map<Long, SaidHead> heads = new HashMap<>();

  private SignedChains() {}

  /** Those of the chains that have rows in this month. */
  static SignedChains of(Connection connection, int period, Signer signer) throws SQLException {
    SignedChains signed = new SignedChains();
    Sql.each(
        connection,
        row -> {
          KeptHead head = KeptHead.of(row);
          SaidHead.of(head.jws(), signer).ifPresent(signed::add);
          return true;
        },
        KeptHead.SELECT + " WHERE chain IN (SELECT chain FROM consent_span WHERE period = ?)",
        period);
    return signed;
  }

  private void add(SaidHead said) {
    spans.addAll(said.chain().spans());
    heads.put(said.chain().id(), said);
  }

  boolean hold(Connection connection, List<Span> all) throws SQLException {
    for (Span span : all) {
      if (!spans.contains(span) && !isSignedAtFirst(connection, span)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSignedAtFirst(Connection connection, Span span) throws SQLException {
    SaidHead head = heads.get(span.chain());
    if (head == null || head.closed() || span.last() <= head.seq()) {
      return false;
    }
    return span.first() > head.seq()
        || (head.chain().spans().stream().anyMatch(signed -> signed.beginsAs(span))
            && has(connection, head));
  }

  /** Whether the row that was signed last is the one that was signed. */
  private static boolean has(Connection connection, SaidHead head) throws SQLException {
    return Sql.first(
            connection,
            row -> Hash.kept(row.getBytes(1)),
            "SELECT hash FROM consent_record WHERE chain = ? AND seq = ?",
            head.chain().id(),
            head.seq())
        .filter(head.hash()::equals)
        .isPresent();
  }
}
