package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The spans that nodes have signed. Only such are deleted and certified: whoever can write to the
 * database, and not sign, can file nothing under a month in which it would go.
 */
record SignedChains(Set<Span> spans) {

  /** Those of the chains that have rows in this month. */
  static SignedChains of(Connection connection, int period, Signer signer) throws SQLException {
    Set<Span> spans = new HashSet<>();
    Sql.each(
        connection,
        row -> {
          KeptHead head = KeptHead.of(row);
          SaidHead.of(head.jws(), signer).ifPresent(said -> spans.addAll(said.chain().spans()));
          return true;
        },
        KeptHead.SELECT + " WHERE chain IN (SELECT chain FROM consent_span WHERE period = ?)",
        period);
    return new SignedChains(spans);
  }

  boolean hold(List<Span> all) {
    return spans.containsAll(all);
  }
}
