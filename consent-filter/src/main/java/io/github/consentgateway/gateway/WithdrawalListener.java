package io.github.consentgateway.gateway;

/**
 * Told of each consent that its visitor takes back, so that the application can tell those who have
 * received data under it (GDPR <a
 * href="https://eur-lex.europa.eu/eli/reg/2016/679/oj#d1e2803-1-1">article 19</a>).
 *
 * <p>It is told once by this process, after the answer to the visitor is decided, on a thread that
 * serves nobody else; what it throws is logged without the identifier. What is still waiting when
 * the process ends is not told: whoever must not miss any compares with the ledger. Several nodes
 * may tell of the same consent if its visitor withdraws it on both at once: whoever counts goes by
 * {@link Withdrawal#consentId}.
 */
@FunctionalInterface
public interface WithdrawalListener {

  /** Tells of one. */
  void withdrawn(Withdrawal withdrawal);
}
