package io.github.consentgateway.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * How long data of one kind may be kept, counted in calendar units in the time of Paris; what has a
 * longest time is deleted at that time or before (GDPR article 5(1)(e)).
 *
 * @param name the name of the class, such as {@code PROSPECT}
 * @param period how long
 * @param from what the period begins with, in words
 * @param reason why it is that long: a law, a recommendation, a promise
 */
public record RetentionClass(String name, Period period, String from, String reason) {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** The schedule of the privacy policy: what the gateway keeps, and what its application does. */
  public static final List<RetentionClass> SCHEDULE =
      List.of(
          new RetentionClass(
              "ACCOUNT_BILLING",
              Period.ofYears(10),
              "end of the contract, or last contact",
              "Code de commerce, article L123-22"),
          new RetentionClass(
              "PROSPECT", Period.ofYears(3), "last contact", "CNIL, commercial management"),
          new RetentionClass(
              "INACTIVE_MARKETING",
              Period.ofYears(3),
              "end of the relation",
              "CNIL, commercial management"),
          new RetentionClass(
              "CONTENT_OPERATION",
              Period.ofYears(1),
              "the operation",
              "décret 2021-1362, where the application hosts content"),
          new RetentionClass(
              "TRAFFIC", Period.ofMonths(6), "the request", "CNIL, recommendation 2021-122"),
          new RetentionClass(
              "AUDIT", Period.ofYears(1), "the access", "CNIL, recommendation 2021-122"),
          new RetentionClass(
              "AUDIENCE", Period.ofMonths(25), "the collection", "CNIL, audience measurement"),
          new RetentionClass(
              "COOKIE", Period.ofDays(390), "the first deposit", "CNIL, recommendation 2020-092"),
          new RetentionClass(
              "CONSENT_CHOICE", Period.ofDays(180), "the choice", "CNIL, recommendation 2020-092"),
          new RetentionClass(
              "CONSENT_PROOF",
              Period.ofYears(5),
              "end of the consent",
              "GDPR articles 7(1) and 17(3)(e); Code civil, article 2224"),
          new RetentionClass(
              "DISCLOSURE_FILE", Period.ofYears(5), "the disclosure", "Code civil, article 2224"));

  /** The names of all classes. */
  static List<String> names() {
    return SCHEDULE.stream().map(RetentionClass::name).toList();
  }

  /** Whether the schedule has a class of this name. */
  public static boolean isKnown(String name) {
    return SCHEDULE.stream().anyMatch(known -> known.name().equals(name));
  }

  /**
   * The class of this name in the schedule.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RetentionClass named(String name) {
    return SCHEDULE.stream()
        .filter(known -> known.name().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + ": no class of the schedule; allowed: " + names()));
  }

  /** The same class, kept for another time. */
  public RetentionClass within(Period other) {
    return new RetentionClass(name, other, from, reason);
  }

  /**
   * The first instant at which data whose period began at {@code start} must be gone: the same day
   * of the calendar, or the last of its month if there is none.
   */
  public Instant ends(Instant start) {
    return start.atZone(PARIS).plus(period).toInstant();
  }

  /** The last day whose data are due at {@code now}: what began on it or before must be gone. */
  public LocalDate dueThrough(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, PARIS);
    LocalDate day = today.minus(period);
    // Clamping to the end of a month works in one direction only.
    while (!day.plus(period).isAfter(today)) {
      day = day.plusDays(1);
    }
    return day.minusDays(1);
  }
}
