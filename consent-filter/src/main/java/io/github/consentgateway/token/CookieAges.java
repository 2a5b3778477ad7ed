package io.github.consentgateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.consentgateway.cookie.CookieHeader;
import io.github.consentgateway.cookie.SetCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The memory of first deposits, kept by the browser itself: 13 months count from the day on which
 * it first got a cookie, whatever is set again later (<a
 * href="https://www.cnil.fr/fr/cookies-et-autres-traceurs/regles/cookies-solutions-pour-les-outils-de-mesure-daudience">CNIL,
 * audience measurement</a>).
 *
 * <p>There is one small signed cookie per first day, {@code __Host-consent-since-20261123}, which
 * names the rules first deposited on that day. It lives exactly as long as the cookies that it
 * dates, 390 days from the start of its day in UTC, so that it obeys the limit that it guards. Its
 * type differs from the consent token's: neither can stand for the other.
 *
 * <p>Reading never throws: what does not verify is not there. At most eight day cookies that were
 * not seen before are verified per request. Thread-safe.
 */
public final class CookieAges {

  private static final String TYP = "consent-since+jwt";
  private static final int LARGEST_COOKIE = 4096;
  private static final int MADE = 1_000;

  private final Site site;
  private final String prefix;
  private final Clock clock;
  private final TokenCounts counts = new TokenCounts();
  private final TokenReader<Dated> reader;
  private final TokenKeys keys;
  private final Cache<String, Signed> made =
      Caffeine.newBuilder().maximumSize(MADE).executor(Runnable::run).build();

  private record Signed(KeyRing ring, String token) {}

  /** What a day cookie says, and how the name of its cookie must go on after the prefix. */
  private record Dated(String digits, DayRules day) implements Ending {

    @Override
    public long endsAt() {
      return day.endsAt();
    }
  }

  /**
   * The memory of one site.
   *
   * @param site the origin, as {@code https://host}, or {@code http://localhost} for trials
   * @param keys the keys that sign and verify
   * @param clock the time by which days are told
   * @throws IllegalArgumentException if {@code site} is no such origin
   */
  public CookieAges(String site, TokenKeys keys, Clock clock) {
    Site origin = new Site(site);
    this.site = origin;
    this.prefix = origin.cookieName("consent-since-");
    this.clock = clock;
    this.keys = keys;
    this.reader = new TokenReader<>(TYP, keys, this::understood, counts);
  }

  private Reading<Dated> understood(String claims) {
    return DayRules.read(claims, site, clock.instant())
        .then(rules -> new Reading.Good<>(new Dated(digits(rules.day()), rules)));
  }

  /** What the names of day cookies begin with. */
  public String cookiePrefix() {
    return prefix;
  }

  /** The first days that a request with these {@code Cookie} field values tells. */
  public FirstDays read(List<String> cookieFields) {
    return new Search().in(cookieFields);
  }

  private String cookieName(LocalDate day) {
    return prefix + digits(day);
  }

  private static String digits(LocalDate day) {
    return Integer.toString(
        (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth());
  }

  private final class Search implements CookieHeader.PairVisitor, Consumer<Dated> {
    private final TokenSearch<Dated> tokens =
        new TokenSearch<>(reader, counts, Math.floorDiv(clock.millis(), 1000L), this);
    private List<DayRules> days = List.of();
    private String field = "";
    private int digitsFrom;
    private int digitsTo;

    FirstDays in(List<String> fields) {
      for (String one : fields) {
        new CookieHeader(one).visitNames(prefix, this);
      }
      return new FirstDays(days);
    }

    @Override
    public boolean visit(String text, int nameFrom, int nameTo, int from, int to) {
      field = text;
      digitsFrom = nameFrom + prefix.length();
      digitsTo = nameTo;
      tokens.look(text, from, to);
      return true;
    }

    @Override
    public void accept(Dated found) {
      if (isNamed(found.digits())) {
        days = days.isEmpty() ? new ArrayList<>(1) : days;
        days.add(found.day());
      }
    }

    private boolean isNamed(String digits) {
      return digitsTo - digitsFrom == digits.length() && field.startsWith(digits, digitsFrom);
    }
  }

  /** The cookies that take a browser from what it remembers to what it shall remember. */
  public List<SetCookie> changes(FirstDays before, FirstDays after) {
    return after.days().stream()
        .filter(day -> !before.days().contains(day))
        .map(this::written)
        .toList();
  }

  private SetCookie written(DayRules day) {
    String name = cookieName(day.day());
    String token = signed(day.claims(site));
    Instant now = clock.instant();
    return name.length() + token.length() > LARGEST_COOKIE
        ? written(day.ofEveryRule())
        : site.cookie(name, token, Duration.between(now, Instant.ofEpochSecond(day.endsAt())), now);
  }

  /** Everyone who gets the same cookies on the same day gets the same token: it is made once. */
  private String signed(String claims) {
    Signed known = made.getIfPresent(claims);
    if (known != null && known.ring() == keys.ring()) {
      return known.token();
    }
    KeyRing ring = keys.ring();
    String token = reader.sign(claims);
    made.put(claims, new Signed(ring, token));
    return token;
  }

  /** How many day cookies were not believed since the start, by reason. */
  public Map<TokenDefect, Long> counts() {
    return counts.snapshot();
  }

  long cached() {
    return reader.cached();
  }

  @Override
  public String toString() {
    return "CookieAges[" + site.origin() + "]";
  }
}
