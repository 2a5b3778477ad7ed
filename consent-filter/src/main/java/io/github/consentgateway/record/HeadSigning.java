package io.github.consentgateway.record;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides when a chain is signed: at most once a second, since a signature costs a good part of a
 * millisecond, and when the ledger is closed. Confined to the thread that writes.
 */
final class HeadSigning {

  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final Signer signer;
  private final Clock clock;
  private long signedLength;
  private long signedAt = System.nanoTime() - PAUSE;

  HeadSigning(Signer signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /** The head of a chain that has grown since the last one, if it is time, or somebody asks. */
  Optional<SignedHead> due(Chain chain, boolean atOnce) {
    boolean grown = chain.length() > signedLength;
    return grown && (atOnce || System.nanoTime() - signedAt >= PAUSE)
        ? Optional.of(SignedHead.of(chain, clock.instant(), false, signer))
        : Optional.empty();
  }

  /** The head of a chain that nothing will follow. */
  Optional<SignedHead> last(Chain chain) {
    return chain.length() > 0
        ? Optional.of(SignedHead.of(chain, clock.instant(), true, signer))
        : Optional.empty();
  }

  /** Another chain begins, of which nothing is signed. */
  void begin() {
    signedLength = 0;
    signedAt = System.nanoTime() - PAUSE;
  }

  void kept(SignedHead head) {
    signedLength = head.chain().length();
    signedAt = System.nanoTime();
  }
}
