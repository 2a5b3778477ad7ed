package io.github.consentgateway.token;

import io.github.consentgateway.policy.ConsentPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The rules whose cookies a browser first got on one day, as the claims of a day cookie. */
record DayRules(LocalDate day, Set<String> rules) implements Ending {

  /** How long the cookies that it dates may live at most, and so how long it is needed. */
  static final Duration LIFE = ConsentPolicy.LONGEST_LIFE;

  /** Stands for every rule, where a day has more rules than a cookie can name. */
  private static final String EVERY_RULE = "*";

  private static final long DAY_SECONDS = 86_400;

  /** A day with one rule. */
  static DayRules of(LocalDate day, String rule) {
    return new DayRules(day, Set.of(rule));
  }

  /** The same day, of which no rule is told apart. */
  DayRules ofEveryRule() {
    return of(day, EVERY_RULE);
  }

  /** The same day with the rules of another value too. */
  DayRules and(DayRules other) {
    Set<String> all = new TreeSet<>(rules);
    all.addAll(other.rules);
    return new DayRules(day, all);
  }

  /** Whether cookies of {@code rule} were first deposited on this day. */
  boolean tell(String rule) {
    return rules.contains(rule) || rules.contains(EVERY_RULE);
  }

  @Override
  public long endsAt() {
    return dayStart() + LIFE.toSeconds();
  }

  private long dayStart() {
    return day.toEpochDay() * DAY_SECONDS;
  }

  /** The claims for {@code site}. */
  String claims(Site site) {
    return new ClaimsText()
        .claim("iss", site.origin())
        .claim("aud", site.origin())
        .claim("iat", dayStart())
        .claim("rules", rules)
        .text();
  }

  /** The day that {@code claims} tell for {@code site} at {@code now}. */
  static Reading<DayRules> read(String claims, Site site, Instant now) {
    ClaimsCursor cursor = new ClaimsCursor(claims);
    String iss = cursor.expect("{\"iss\":").string();
    String aud = cursor.expect(",\"aud\":").string();
    long iat = cursor.expect(",\"iat\":").number();
    Set<String> rules = Set.copyOf(cursor.expect(",\"rules\":").strings());
    if (!cursor.expect("}").complete() || iat % DAY_SECONDS != 0) {
      return new Reading.Bad<>(TokenDefect.CLAIMS);
    }
    return new DayRules(LocalDate.ofEpochDay(iat / DAY_SECONDS), rules).at(site, iss, aud, now);
  }

  private Reading<DayRules> at(Site site, String iss, String aud, Instant now) {
    if (!iss.equals(site.origin()) || !aud.equals(site.origin())) {
      return new Reading.Bad<>(TokenDefect.SITE);
    }
    if (dayStart() > now.getEpochSecond()) {
      return new Reading.Bad<>(TokenDefect.FUTURE);
    }
    return endsAt() <= now.getEpochSecond()
        ? new Reading.Bad<>(TokenDefect.ENDED)
        : new Reading.Good<>(this);
  }
}
