package io.github.consentgateway.token;

import io.github.consentgateway.cookie.CookieHeader;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.Consent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's choice as a signed cookie of ours: issued once per choice, read on every request.
 *
 * <p>The token is a JWS (<a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515</a>) with
 * HMAC-SHA256. It says what was chosen, under which policy and on which day in UTC, and ends 180
 * days after the start of that day, for yes and no alike; no visit moves that end. Two refusals of
 * one day are the same to the last byte, because only a grant carries an identifier.
 *
 * <p>Reading never throws and never logs: whatever is wrong with a token, the visitor is undecided
 * and a {@linkplain #counts() counter} goes up. A revoked one counts as none. Of several tokens the
 * newest one that holds decides; of one day, the one that grants less. A request costs at most
 * eight verifications.
 *
 * <p>Thread-safe. One object belongs to one policy: when that changes, {@link #under} gives the
 * next one.
 */
public final class ConsentTokens {

  private static final String TYP = "consent+jwt";

  private record Standing(Choice choice, Consent consent, long endsAt) implements Ending {

    boolean precedes(Standing other) {
      int days = choice.decidedOn().compareTo(other.choice.decidedOn());
      return days > 0 || (days == 0 && choice.granted().size() < other.choice.granted().size());
    }
  }

  private final class Latest implements Consumer<Standing> {
    private @Nullable Standing standing;

    @Override
    public void accept(Standing next) {
      if (isRevoked(next)) {
        counts.add(TokenDefect.REVOKED);
        return;
      }
      Standing known = standing;
      standing = known == null || next.precedes(known) ? next : known;
    }

    private boolean isRevoked(Standing next) {
      Optional<String> id = next.choice.consentId();
      return id.isPresent() && revoked.test(id.get());
    }

    Consent consent() {
      Standing known = standing;
      return known == null ? Consent.undecided() : known.consent();
    }
  }

  private final Site site;
  private final String cookieName;
  private final TokenKeys keys;
  private final Clock clock;
  private final TokenCounts counts;
  private final Function<Choice, Consent> standing;
  private final Predicate<String> revoked;
  private final TokenReader<Standing> reader;

  /**
   * Tokens of one site.
   *
   * @param site the origin, as {@code https://host}, or {@code http://localhost} for trials
   * @param standing what a verified choice means under the policy in force; asked once per token
   * @param keys the keys that sign and verify
   * @param clock the time by which tokens are dated and end
   * @throws IllegalArgumentException if {@code site} is no such origin
   */
  public ConsentTokens(
      String site, Function<Choice, Consent> standing, TokenKeys keys, Clock clock) {
    this(site, standing, id -> false, keys, clock);
  }

  /**
   * Tokens of one site, of which some may have been revoked.
   *
   * @param revoked whether the consent of this identifier has ended before its time; asked on every
   *     request, and therefore answered from memory
   * @throws IllegalArgumentException if {@code site} is no origin
   */
  public ConsentTokens(
      String site,
      Function<Choice, Consent> standing,
      Predicate<String> revoked,
      TokenKeys keys,
      Clock clock) {
    this(new Site(site), standing, revoked, keys, clock, new TokenCounts());
  }

  private ConsentTokens(
      Site site,
      Function<Choice, Consent> standing,
      Predicate<String> revoked,
      TokenKeys keys,
      Clock clock,
      TokenCounts counts) {
    this.site = site;
    this.cookieName = site.cookieName("consent");
    this.standing = standing;
    this.revoked = revoked;
    this.keys = keys;
    this.clock = clock;
    this.counts = counts;
    this.reader = new TokenReader<>(TYP, keys, this::understood, counts);
  }

  /** The tokens of the same site with the same keys and counters, under another policy. */
  public ConsentTokens under(Function<Choice, Consent> newStanding) {
    return new ConsentTokens(site, newStanding, revoked, keys, clock, counts);
  }

  /**
   * A new consent identifier: 128 random bits in base64url, 22 characters, the first of them not a
   * hyphen, so that it can be said on a command line.
   */
  public static String newConsentId() {
    String id = "-";
    while (id.startsWith("-")) {
      id = Base64.getUrlEncoder().withoutPadding().encodeToString(TokenKey.randomBytes(16));
    }
    return id;
  }

  /**
   * The name of the cookie: {@code __Host-consent}, or {@code consent} on plain HTTP, where
   * browsers refuse the prefix.
   */
  String cookieName() {
    return cookieName;
  }

  /** The standing of a visitor whose request has these {@code Cookie} field values. */
  public Consent read(List<String> cookieFields) {
    Search search = null;
    for (String field : cookieFields) {
      if (field.contains(cookieName)) {
        search = search == null ? new Search() : search;
        new CookieHeader(field).visitNames(cookieName, search);
      }
    }
    return search == null ? Consent.undecided() : search.latest.consent();
  }

  private final class Search implements CookieHeader.PairVisitor {
    private final Latest latest = new Latest();
    private final TokenSearch<Standing> tokens =
        new TokenSearch<>(reader, counts, Math.floorDiv(clock.millis(), 1000L), latest);

    @Override
    public boolean visit(String text, int nameFrom, int nameTo, int from, int to) {
      // All of these names begin like ours.
      if (nameTo - nameFrom == cookieName.length()) {
        tokens.look(text, from, to);
      }
      return true;
    }
  }

  private Reading<Standing> understood(String claims) {
    return DatedChoice.read(claims, site, clock.instant()).then(this::standing);
  }

  private Reading<Standing> standing(DatedChoice dated) {
    return new Reading.Good<>(new Standing(dated.choice(), consent(dated), dated.endsAt()));
  }

  private Consent consent(DatedChoice dated) {
    return standing.apply(dated.choice()).until(Instant.ofEpochSecond(dated.endsAt()));
  }

  /** The standing of a visitor who makes this choice. */
  public Consent standing(Choice choice) {
    return consent(DatedChoice.of(choice));
  }

  /**
   * The cookie that keeps {@code choice} for the rest of its 180 days, and an objection for the
   * rest of its 390.
   *
   * @throws IllegalArgumentException if the consent identifier is not 128 bits in base64url, or the
   *     choice is too long for a cookie of 4096 octets
   */
  public SetCookie issue(Choice choice) {
    DatedChoice dated = DatedChoice.of(choice);
    Instant now = clock.instant();
    Duration rest = Duration.between(now, Instant.ofEpochSecond(dated.lastEnd()));
    return site.cookie(cookieName, reader.sign(dated.claims(site)), rest, now);
  }

  /** The deletion of the cookie, for a visitor of whom nothing is left to keep. */
  public SetCookie deletion() {
    return site.cookie(cookieName, "", Duration.ZERO, clock.instant());
  }

  /** How many tokens were not believed since the start, by reason. */
  public Map<TokenDefect, Long> counts() {
    return counts.snapshot();
  }

  long cached() {
    return reader.cached();
  }

  @Override
  public String toString() {
    return "ConsentTokens[" + site.origin() + "]";
  }
}
