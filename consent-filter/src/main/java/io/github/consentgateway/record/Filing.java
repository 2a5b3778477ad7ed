package io.github.consentgateway.record;

import java.time.Instant;
import java.util.Optional;

/** How records become rows. */
record Filing(RecordSeal seal) {

  /** The row that a record is kept in. */
  Row row(ConsentRecord record) {
    int period = seal.period(record.at());
    String tag = seal.tag(period, record.consentId());
    return new Row(
        period,
        Optional.of(record),
        Optional.of(tag),
        seal.seal(period, tag, RecordText.of(record)),
        record.event().isEnd()
            ? Optional.of(ending(record.consentId(), record.ends(), period))
            : Optional.empty());
  }

  /** The end of a consent, as it is kept for as long as its token might come back. */
  Ending ending(String consentId, Instant ends, int period) {
    String tag = Ending.tag(seal, period, consentId);
    return new Ending(period, tag, seal.seal(period, tag, consentId), ends);
  }
}
