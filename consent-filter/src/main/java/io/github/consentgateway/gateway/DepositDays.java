package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.FirstDeposits;
import io.github.consentgateway.token.CookieAges;
import io.github.consentgateway.token.FirstDays;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first days of the cookies of one exchange (LT-05). A cookie that the browser does not have
 * yet counts as deposited at the start of today, as its day cookie will say: otherwise it would
 * outlive its own date by some hours, and a visit in those hours would begin the 13 months anew.
 */
final class DepositDays implements FirstDeposits {

  private final CookieAges ages;
  private final RequestCookies cookies;
  private final LocalDate today;
  private @Nullable FirstDays days;

  DepositDays(CookieAges ages, RequestCookies cookies, LocalDate today) {
    this.ages = ages;
    this.cookies = cookies;
    this.today = today;
  }

  @Override
  public Optional<LocalDate> of(CookieRule rule) {
    Optional<LocalDate> first = days().of(rule);
    return first.isPresent() ? first : Optional.of(today);
  }

  /** A cookie that is there already, but not its date: nobody can say when it must end. */
  @Override
  public boolean unknown(CookieRule rule) {
    return days().of(rule).isEmpty() && cookies.have(rule);
  }

  /** Sends the day of a cookie that goes out for the first time, in one field for each day. */
  void record(CookieRule rule, OwnFields own) {
    FirstDays before = days();
    FirstDays after = before.with(rule, today);
    if (after != before) {
      ages.changes(before, after).forEach(day -> own.send(day.name(), day.text()));
      days = after;
    }
  }

  private FirstDays days() {
    FirstDays known = days;
    if (known == null) {
      known = ages.read(cookies.fields());
      days = known;
    }
    return known;
  }
}
