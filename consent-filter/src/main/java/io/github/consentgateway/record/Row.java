package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is to become a row of the ledger.
 *
 * @param at when it happened; its month decides how long it is kept
 * @param subject the consent that it tells of; empty for what the ledger tells of itself
 * @param content the text that is kept and hashed
 * @param revokes the consent that this row ends
 * @param restriction whether the consent is restricted from now on, if this row changes that
 */
record Row(
    Instant at,
    Optional<String> subject,
    String content,
    Optional<Revocation> revokes,
    Optional<Boolean> restriction) {

  private static final int HUNDRED = 100;

  static Row of(ConsentRecord record) {
    return new Row(
        record.at(),
        Optional.of(record.consentId()),
        RecordText.of(record),
        record.event().isEnd()
            ? Optional.of(new Revocation(record.consentId(), record.ends()))
            : Optional.empty(),
        restriction(record.event()));
  }

  private static Optional<Boolean> restriction(Event event) {
    return switch (event) {
      case RESTRICTED -> Optional.of(true);
      case RELEASED -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether it tells of a consent that was given. */
  boolean isGrant() {
    return subject.isPresent() && revokes.isEmpty() && restriction.isEmpty();
  }

  /** The month as a number such as 202611. */
  int period() {
    return period(at);
  }

  static int period(Instant at) {
    return period(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
  }

  static int period(YearMonth month) {
    return month.getYear() * HUNDRED + month.getMonthValue();
  }

  static YearMonth month(int period) {
    return YearMonth.of(period / HUNDRED, period % HUNDRED);
  }
}
