package io.github.consentgateway.record;

/**
 * Tells that the ledger cannot keep or find what it is asked for. A consent whose record could not
 * be kept is not given. The message names no visitor.
 */
public sealed class LedgerException extends RuntimeException permits BusyException {
  private static final long serialVersionUID = 1;

  /** A failure without a cause of its own. */
  public LedgerException(String message) {
    super(message);
  }

  /** A failure of what lies below. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
