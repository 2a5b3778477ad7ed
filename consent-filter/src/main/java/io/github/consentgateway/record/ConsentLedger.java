package io.github.consentgateway.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The memory of consents: what a controller needs to demonstrate that a visitor consented (GDPR <a
 * href="https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e2013-1-1">article 7(1)</a>), and no more.
 * Implementations are thread-safe.
 */
public interface ConsentLedger extends Publications, AutoCloseable {

  /**
   * Keeps events that belong together, all or none. When it returns they are durable, whatever
   * happens to this process, and a consent that they end is revoked.
   *
   * @throws LedgerException if they could not be kept in time. Then no consent is given: one that
   *     was kept all the same is followed by {@link ConsentRecord.Event#INVALIDATED}. Whether those
   *     that they end are over is open until the database answers again
   */
  void keep(List<ConsentRecord> events);

  /**
   * Ends a consent even if nothing can be written now: a withdrawal is never refused. The consent
   * is revoked at once, and the events are kept as soon as that is possible again.
   */
  void keepEventually(List<ConsentRecord> events);

  /** Counts a refusal; durable within seconds, and never in the way of the visitor. */
  void count(Refusal refusal);

  /** How many refusals were counted, on all nodes. */
  Map<Refusal, Long> refusals();

  /** All that is kept of a consent, the oldest first; empty if nothing is. */
  List<LedgerEntry> history(String consentId);

  /**
   * Whether a consent has ended before its time. Answered from memory; what another node has ended
   * is known within ten seconds.
   */
  boolean isRevoked(String consentId);

  /**
   * Erases all that could be told of a consent (GDPR article 17) and revokes it. That there was a
   * record stays known.
   *
   * @return whether there was anything to erase
   * @throws LedgerException if that is not possible in time: then it may be tried again, and what
   *     is erased late stays erased
   */
  boolean erase(String consentId, Instant at);

  /** Keeps what visitors are shown from now on, under the hash of its manifest. */
  void publish(Publication publication);

  /** Keeps what still waits, and ends. */
  @Override
  void close();

  /** A ledger that lasts as long as this process, for tests and trials: it proves nothing later. */
  static ConsentLedger inMemory() {
    return new PassingLedger();
  }
}
