package io.github.consentgateway.record;

import io.github.consentgateway.record.ConsentRecord.Event;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * What is to become a row of the ledger.
 *
 * @param period the month that it is filed under, a number such as 202611, which decides how long
 *     it is kept
 * @param record what it tells of a consent; empty for what the ledger tells of itself
 * @param subject what stands for the consent in this month
 * @param content what is kept and hashed
 * @param ending the end of a consent that this row brings about
 */
record Row(
    int period,
    Optional<ConsentRecord> record,
    Optional<String> subject,
    Content content,
    Optional<Ending> ending) {

  private static final int HUNDRED = 100;
  private static final Set<Event> RESTRICTING = Set.of(Event.RESTRICTED, Event.RELEASED);

  /** Whether it tells of a consent that was given. */
  boolean isGrant() {
    return record.filter(told -> told.event() == Event.GIVEN).isPresent();
  }

  /** Whether it restricts the use of a consent's records, or lifts that. */
  boolean isAboutRestriction() {
    return record.map(ConsentRecord::event).filter(RESTRICTING::contains).isPresent();
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
