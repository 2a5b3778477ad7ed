package io.github.consentgateway.gateway;

import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Sealer;
import io.github.consentgateway.token.KeyFileException;
import io.github.consentgateway.token.RecordKeys;
import java.time.YearMonth;

/** Lets the ledger seal with keys that it does not know. Thread-safe. */
public record EvidenceSealer(RecordKeys keys) implements Sealer {

  @Override
  public YearMonth first() {
    return keys.first();
  }

  @Override
  public String tag(YearMonth month, String text) {
    return keys.tag(month, text).orElseThrow(() -> noKey(month));
  }

  @Override
  public byte[] seal(YearMonth month, String tag, byte[] plain) {
    return keys.seal(month, tag, plain).orElseThrow(() -> noKey(month));
  }

  @Override
  public byte[] open(YearMonth month, String tag, byte[] sealed) {
    return keys.open(month, tag, sealed)
        .orElseThrow(
            () ->
                new LedgerException(
                    "A record of " + month + " cannot be read: no key, or not what was sealed"));
  }

  private static LedgerException noKey(YearMonth month) {
    return new LedgerException("There is no key for records of " + month);
  }

  @Override
  public void destroyBefore(YearMonth month) {
    try {
      keys.destroyBefore(month);
    } catch (KeyFileException e) {
      throw new LedgerException("Keys of the past cannot be destroyed: " + e.getMessage(), e);
    }
  }
}
