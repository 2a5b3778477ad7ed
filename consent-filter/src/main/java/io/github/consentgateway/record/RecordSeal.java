package io.github.consentgateway.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;

/** Seals what tells of a visitor under the key of its month, a number such as 202611. */
record RecordSeal(Sealer keys) {

  /** The month that something is filed under; a clock that is far behind does not count. */
  int period(Instant at) {
    return Math.max(Row.period(at), first());
  }

  /** The earliest month that there is a key for. */
  int first() {
    return Row.period(keys.first());
  }

  /** Whether there is a key for that month. */
  boolean knows(int period) {
    return period >= first();
  }

  /** What stands for a consent in the rows of a month. */
  String tag(int period, String consentId) {
    return keys.tag(Row.month(period), consentId);
  }

  /** What a key is called where it must not be shown; no consent has that tag. */
  String name(int period) {
    return knows(period) ? tag(period, "") : "destroyed";
  }

  /** A text that can be read with the key of that month only, and under that tag only. */
  Content seal(int period, String tag, String text) {
    return Content.of(keys.seal(Row.month(period), tag, text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The text that was sealed.
   *
   * @throws LedgerException if the key is not there any more, or the content is not what was sealed
   */
  String open(int period, String tag, Content content) {
    byte[] text = keys.open(Row.month(period), tag, content.bytes());
    return new String(text, StandardCharsets.UTF_8);
  }

  /** Destroys the keys of all months before this one. */
  void destroyBefore(int period) {
    YearMonth first = Row.month(period);
    if (keys.first().isBefore(first)) {
      keys.destroyBefore(first);
    }
  }
}
