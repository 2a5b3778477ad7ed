package io.github.consentgateway.record;

/** Somebody else is deleting or sealing anew: nothing was begun, and it may be tried again. */
final class BusyException extends LedgerException {

  private static final long serialVersionUID = 1L;

  BusyException(Throwable cause) {
    super("Records are being deleted at the moment", cause);
  }
}
