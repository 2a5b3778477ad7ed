package io.github.consentgateway.record;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * A reason to keep data of a class beyond its time: a claim, an order, a duty. It ends by itself.
 *
 * @param id a number that names it
 * @param retentionClass the class that it holds
 * @param reason why, one of {@link #REASONS}
 * @param reference what it refers to, such as a file number; no personal data
 * @param owner who answers for it
 * @param until the last day on which it holds, at most a year ahead
 */
public record LegalHold(
    long id,
    String retentionClass,
    String reason,
    String reference,
    String owner,
    LocalDate until) {

  /** How far ahead the last day may be. */
  static final Period LONGEST = Period.ofYears(1);

  private static final int CLOCKS_APART = 2;

  /** What may justify a hold, after title 4.2 of the privacy policy. */
  public static final Set<String> REASONS =
      Set.of("ACCOUNT", "LEGAL_OBLIGATION", "BUSINESS_NEED", "CLAIM", "REQUEST");

  LegalHold numbered(long number) {
    return new LegalHold(number, retentionClass, reason, reference, owner, until);
  }

  /** Whether it holds a class on a day; one that ends later than allowed was not noted by us. */
  public boolean holds(String name, LocalDate day) {
    return retentionClass.equals(name)
        && !day.isAfter(until)
        && !until.isAfter(day.plus(LONGEST).plusDays(CLOCKS_APART));
  }
}
