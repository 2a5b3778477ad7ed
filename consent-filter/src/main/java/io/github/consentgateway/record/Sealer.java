package io.github.consentgateway.record;

import java.time.YearMonth;

/**
 * Seals records with keys, one for each month. When the records of a month are over their time its
 * key is destroyed, and copies of the database from before cannot be read any more. All nodes that
 * share a database share the keys. Implementations are thread-safe.
 */
public interface Sealer {

  /** The earliest month that there is a key for. */
  YearMonth first();

  /**
   * What stands for a text in a month: the same each time, and nobody without the key can tell
   * which text it is.
   *
   * @throws LedgerException if there is no key for that month
   */
  String tag(YearMonth month, String text);

  /**
   * Octets that nobody without the key can read or change, nor put under another tag.
   *
   * @throws LedgerException if there is no key for that month
   */
  byte[] seal(YearMonth month, String tag, byte[] plain);

  /**
   * The octets that were sealed.
   *
   * @throws LedgerException if there is no key for that month, or they are not what was sealed
   */
  byte[] open(YearMonth month, String tag, byte[] sealed);

  /**
   * Destroys the keys of all months before this one, for ever.
   *
   * @throws LedgerException if that is not possible now; it will be asked again
   */
  void destroyBefore(YearMonth month);
}
