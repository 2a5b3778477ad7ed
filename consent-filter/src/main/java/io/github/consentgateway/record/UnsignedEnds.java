package io.github.consentgateway.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ends of chains whose nodes were cut off before they could sign them: at most what was written
 * within a second. If they hang together with what was signed, another node signs them; otherwise
 * they stay as they are, for {@link LedgerVerifier} to name.
 *
 * <p>A node that goes on writing signs within a second. So an end is another's to sign if it was
 * signed last an hour ago, more than clocks may differ, or has not been signed on for a while.
 */
final class UnsignedEnds {

  private static final Duration LONG_AGO = Duration.ofHours(1);

  private final Sources sources;
  private final Signer signer;
  private final Clock clock;
  private final Map<Long, Long> watched = new ConcurrentHashMap<>();

  UnsignedEnds(Sources sources, Signer signer, Clock clock) {
    this.sources = sources;
    this.signer = signer;
    this.clock = clock;
  }

  /** Signs what was left long ago, and has an eye on the rest. */
  void sign() {
    Instant longAgo = clock.instant().minus(LONG_AGO);
    for (SaidHead said : open()) {
      if (said.at().isBefore(longAgo)) {
        grown(said).ifPresent(this::sign);
      } else {
        watched.put(said.chain().id(), said.seq());
      }
    }
  }

  /** Signs what has not been signed on since: its node is gone. */
  void signLeft() {
    for (SaidHead said : open()) {
      if (Long.valueOf(said.seq()).equals(watched.get(said.chain().id()))) {
        grown(said).ifPresent(this::sign);
      }
    }
  }

  private List<SaidHead> open() {
    return sources.ask(Sources.UNREADABLE, UnsignedEnds::outgrown).stream()
        .flatMap(head -> SaidHead.of(head.jws(), signer).stream())
        .filter(UnsignedEnds::isOpen)
        .toList();
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
