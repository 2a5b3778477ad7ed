package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The ends of chains whose nodes were cut off before they could sign them: at most what was written
 * within a second. If they hang together with what was signed, another node signs them; otherwise
 * they stay as they are, for {@link LedgerVerifier} to name.
 */
record UnsignedEnds(Sources sources, Signer signer, Clock clock) {

  /** Signs all that can be signed. */
  void sign() {
    for (KeptHead head : sources.ask(Sources.UNREADABLE, UnsignedEnds::outgrown)) {
      Optional<SaidHead> said = SaidHead.of(head.jws(), signer).filter(UnsignedEnds::isOpen);
      said.flatMap(this::grown).ifPresent(this::sign);
    }
  }

  /** What was signed once for a node that has gone grows no more, or not by that node. */
  private static boolean isOpen(SaidHead said) {
    return !said.closed() && !said.forAnother();
  }

  private static List<KeptHead> outgrown(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        KeptHead::of,
        KeptHead.SELECT
            + " h WHERE seq < (SELECT MAX(last_seq) FROM consent_span s WHERE s.chain = h.chain)");
  }

  private Optional<Chain> grown(SaidHead said) {
    return sources.ask(Sources.UNREADABLE, connection -> grown(connection, said));
  }

  private static Optional<Chain> grown(Connection connection, SaidHead said) throws SQLException {
    Growth growth = new Growth(said.chain());
    Sql.each(
        connection,
        row -> growth.goesOnWith(KeptRow.of(row)),
        KeptRow.SELECT + " WHERE chain = ? AND seq > ? ORDER BY seq",
        said.chain().id(),
        said.seq());
    return growth.chain();
  }

  /** A chain that is being read. */
  private static final class Growth {
    private Chain chain;
    private boolean broken;

    Growth(Chain chain) {
      this.chain = chain;
    }

    boolean goesOnWith(KeptRow row) {
      Hash hash = chain.last().next(chain.id(), chain.length(), row.period(), row.contentDigest());
      broken = row.seq() != chain.length() || !hash.equals(row.hash());
      chain = broken ? chain : chain.with(row.period(), hash);
      return !broken;
    }

    Optional<Chain> chain() {
      return broken ? Optional.empty() : Optional.of(chain);
    }
  }

  private void sign(Chain chain) {
    SignedHead head = SignedHead.forAnother(chain, clock.instant(), signer);
    sources.change(
        "The end of a chain cannot be signed",
        connection -> {
          KeptHead.keep(connection, head);
          return head;
        });
  }
}
