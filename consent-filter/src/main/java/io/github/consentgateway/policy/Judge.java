package io.github.consentgateway.policy;

import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The decision. Everything that a policy says is turned into arrays beforehand: a rule is found by
 * its name as a number, and a number leads to the mask of its purposes. Nothing is allocated but
 * the verdict.
 */
final class Judge {

  private static final long DAY_SECONDS = 86_400;

  private final PurposeTable purposes;
  private final NameTable names;
  private final List<Optional<CookieRule>> rules;
  private final long[] masks;
  private final List<HeaderRule> headers;
  private final OwnNames own;
  private final boolean bound;

  Judge(Registry registry) {
    purposes = registry.purposes();
    names = new NameTable(registry.cookies().stream().map(Judge::pattern).toList());
    rules = registry.cookies().stream().map(Optional::of).toList();
    masks = registry.cookies().stream().mapToLong(this::mask).toArray();
    headers = registry.headers();
    own = OwnNames.at(registry.site());
    bound = registry.bindToConsent();
  }

  private long mask(CookieRule rule) {
    return rule.isOpenToObjection() ? PurposeTable.UNLESS_OBJECTED : purposes.mask(rule.purposes());
  }

  private static NamePattern pattern(CookieRule rule) {
    return NamePattern.of(rule.name());
  }

  Optional<CookieRule> rule(String name) {
    int number = find(name, 0, name.length());
    return number < 0 ? Optional.empty() : rules.get(number);
  }

  boolean mayRead(String text, int from, int to, Consent consent) {
    int number = find(text, from, to);
    return number >= 0 && consent.covers(masks[number], purposes);
  }

  Access access(String text, int from, int to, Consent consent) {
    int number = find(text, from, to);
    if (number < 0) {
      return unregistered(text, from, to);
    }
    if (masks[number] == 0) {
      return Access.OPEN;
    }
    return consent.covers(masks[number], purposes) ? Access.GRANTED : Access.DENIED;
  }

  private Access unregistered(String text, int from, int to) {
    // Our own come with most requests, and their names tell it at once.
    return !own.include(text, from, to) && Trackers.include(text, from, to)
        ? Access.TRACKER
        : Access.UNKNOWN;
  }

  /** The number of the rule, -1 if there is none; an open pattern does not reach our own names. */
  private int find(String text, int from, int to) {
    int exact = names.exact(text, from, to);
    return exact < 0 ? open(text, from, to) : exact;
  }

  private int open(String text, int from, int to) {
    int number = names.open(text, from, to);
    return number >= 0 && own.include(text, from, to) ? -1 : number;
  }

  boolean mayTell(String header, Consent consent) {
    for (HeaderRule rule : headers) {
      if (rule.name().equalsIgnoreCase(header)) {
        return consent.covers(purposes.mask(rule.purposes()), purposes);
      }
    }
    return false;
  }

  Verdict judge(ParsedCookie parsed, Consent consent, FirstDeposits deposits, Instant now) {
    return parsed instanceof SetCookie cookie
        ? judge(cookie, consent, deposits, now)
        : new Verdict.Drop(reason(((ParsedCookie.Malformed) parsed).defect()));
  }

  private static Reason reason(ParsedCookie.Defect defect) {
    return switch (defect) {
      case CONTROL_CHARACTER -> Reason.CONTROL_CHARACTER;
      case UNENCODABLE -> Reason.UNENCODABLE;
      case NAMELESS -> Reason.NAMELESS;
      case TOO_LARGE -> Reason.TOO_LARGE;
      case DELIMITER -> Reason.DELIMITER;
    };
  }

  Verdict judge(SetCookie cookie, Consent consent, FirstDeposits deposits, Instant now) {
    // The name as a region of the text, since a copy of it would cost as much as the search.
    String text = cookie.text();
    int end = text.indexOf('=');
    int number = find(text, 0, end);
    if (number < 0 && own.include(text, 0, end)) {
      return new Verdict.Drop(Reason.OWN_NAME);
    }
    if (cookie.isDeletion(now)) {
      return new Verdict.Allow(cookie.withoutValue(), rule(cookie.name()));
    }
    if (number < 0) {
      return new Verdict.Drop(Reason.UNKNOWN_NAME);
    }
    if (!consent.covers(masks[number], purposes)) {
      return refused(number);
    }
    Verdict verdict = attributes(cookie, rules.get(number), deposits, now);
    return bound && needsConsent(number) ? ConsentBound.of(consent, now).within(verdict) : verdict;
  }

  private Verdict refused(int number) {
    return new Verdict.Drop(needsConsent(number) ? Reason.PURPOSE_NOT_GRANTED : Reason.OBJECTION);
  }

  private boolean needsConsent(int number) {
    return masks[number] != 0 && masks[number] != PurposeTable.UNLESS_OBJECTED;
  }

  private Verdict attributes(
      SetCookie cookie, Optional<CookieRule> rule, FirstDeposits deposits, Instant now) {
    if (PrefixRules.broken(cookie)) {
      return new Verdict.Drop(Reason.PREFIX_RULE);
    }
    if (cookie.secure() || !needsSecure(cookie)) {
      return life(cookie, rule, deposits, now);
    }
    return own.secure()
        ? life(cookie.withSecure(), rule, deposits, now)
        : new Verdict.Drop(Reason.INSECURE_CROSS_SITE);
  }

  private static boolean needsSecure(SetCookie cookie) {
    return cookie.partitioned() || cookie.sameSite().filter("None"::equalsIgnoreCase).isPresent();
  }

  private static Verdict life(
      SetCookie cookie, Optional<CookieRule> rule, FirstDeposits deposits, Instant now) {
    Optional<Duration> asked = cookie.lifetime(now);
    return asked.isEmpty()
        ? new Verdict.Allow(cookie, rule)
        : persistent(cookie, rule, asked.get(), deposits, now);
  }

  private static Verdict persistent(
      SetCookie cookie,
      Optional<CookieRule> declared,
      Duration asked,
      FirstDeposits deposits,
      Instant now) {
    CookieRule rule = declared.orElseThrow();
    if (rule.lifetime().isEmpty()) {
      return new Verdict.Shorten(cookie.asSession(), rule, Reason.LIFETIME_OVER_DECLARED);
    }
    if (deposits.unknown(rule)) {
      return new Verdict.Shorten(cookie.asSession(), rule, Reason.FIRST_DEPOSIT_UNKNOWN);
    }
    Duration limit = rule.lifetime().get();
    Duration left = left(deposits.of(rule), now);
    if (left.toSeconds() <= 0) {
      return new Verdict.Drop(Reason.FIRST_DEPOSIT_OVER);
    }
    Duration longest = left.compareTo(limit) < 0 ? left : limit;
    if (asked.compareTo(longest) > 0) {
      return new Verdict.Shorten(
          cookie.withLifetime(longest, now), rule, reason(asked, limit, longest));
    }
    return cookie.expiresAfter(now.plus(longest))
        ? new Verdict.Shorten(cookie.withLifetime(asked, now), rule, Reason.LIFETIME_OVER_DECLARED)
        : new Verdict.Allow(cookie, declared);
  }

  /** What remains of 13 months from the first deposit, in whole seconds. */
  private static Duration left(Optional<LocalDate> first, Instant now) {
    if (first.isEmpty()) {
      return ConsentPolicy.LONGEST_LIFE;
    }
    // On every renewal of a cookie: with Duration.between it would cost as much as all the rest.
    long end = first.get().toEpochDay() * DAY_SECONDS + ConsentPolicy.LONGEST_LIFE.toSeconds();
    long begun = now.getNano() == 0 ? 0 : 1;
    return Duration.ofSeconds(end - now.getEpochSecond() - begun);
  }

  private static Reason reason(Duration asked, Duration limit, Duration longest) {
    if (longest.compareTo(limit) < 0) {
      return Reason.FIRST_DEPOSIT;
    }
    return asked.compareTo(ConsentPolicy.LONGEST_LIFE) > 0
        ? Reason.LIFETIME_OVER_CAP
        : Reason.LIFETIME_OVER_DECLARED;
  }
}
