package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.CookieHeader.PairVisitor;
import io.github.consentgateway.cookie.ParsedCookie;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.gateway.Suppressions.Effect;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.Reason;
import io.github.consentgateway.policy.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as the gate sees them. It tells the edge which cookies of the
 * request the application may see and what to send for each field that the application sets.
 * Decisions fall when a field is added, never later. As safe for use by several threads as the
 * response that it belongs to.
 */
public final class Exchange {

  /** The request attribute under which an edge keeps the exchange, so that it begins only once. */
  public static final String ATTRIBUTE = "io.github.consentgateway.exchange";

  /** The request attribute under which an application finds the visitor's {@link Consent}. */
  public static final String CONSENT_ATTRIBUTE = "consent";

  private static final String INCLUDE_PREFIX = "org.eclipse.jetty.server.include.";

  private final Generation gate;
  private final OwnFields own;
  private final RequestCookies cookies;
  private final Consent consent;
  private final Suppressions suppressions;
  private final Optional<TrafficNote> note;
  private final boolean signal;
  private final Clock clock;
  private final Optional<Answer> answer;
  private final Page page;
  private final StaleCookies stale;
  private final BodySize written = new BodySize();
  private @Nullable DepositDays days;
  private @Nullable Instant now;
  private @Nullable String lastJudged;

  Exchange(
      Generation gate,
      RequestHead request,
      ResponseHead response,
      Endpoints endpoints,
      Suppressions suppressions,
      Optional<TrafficNote> note,
      Clock clock) {
    this.gate = gate;
    this.own = new OwnFields(response, gate.dependencies());
    this.suppressions = suppressions;
    this.note = note;
    this.clock = clock;
    List<String> fields = request.fields("Cookie");
    Consent told = fields.isEmpty() ? Consent.undecided() : standing(fields);
    this.signal = (note.isPresent() || gate.policy().heedsSignal()) && Signal.isOn(request);
    this.consent = signal && gate.policy().heedsSignal() ? gate.policy().obeying(told) : told;
    this.cookies = new RequestCookies(fields, gate.policy(), consent);
    Visit visit = new Visit(gate, request, response, consent, cookies);
    this.answer = endpoints.answer(visit);
    this.page = new Page(visit, own, endpoints.pages(), suppressions, response);
    this.stale =
        answer.isPresent() || cookies.stale().isEmpty()
            ? StaleCookies.NONE
            : StaleCookies.of(cookies.stale(), request, gate.sweep());
    if (!stale.isEmpty()) {
      own.expire(stale.deletions());
    }
  }

  /** A source of keys that fails makes nobody's consent: the visitor is undecided. */
  private Consent standing(List<String> fields) {
    try {
      return gate.tokens().read(fields);
    } catch (RuntimeException e) {
      suppressions.fault(e);
      return Consent.undecided();
    }
  }

  /** The gateway's own answer, if the request was for one of its pages; the exchange ends then. */
  public Optional<Answer> answer() {
    return answer;
  }

  /** The response as a page of the application. */
  public Page page() {
    return page;
  }

  /** The visitor's standing. Reading it makes the response depend on the visitor. */
  public Consent consent() {
    own.makePersonal();
    return consent;
  }

  /** The cookie fields with only what the application may see; empty if nothing is left. */
  public List<String> visibleCookies() {
    return cookies.visible();
  }

  /** Shows the visible cookies one by one, as regions of their field. */
  public void visitCookies(PairVisitor visitor) {
    cookies.visitVisible(visitor);
  }

  /** Whether the request has cookies that the application may not see. */
  public boolean hidesCookies() {
    return cookies.hides();
  }

  /** Notes that the application reads cookies: what it sees may depend on the visitor's choice. */
  public void noteReading() {
    if (cookies.dependsOnConsent()) {
      own.makePersonal();
    }
  }

  /** The time by which this exchange is judged: that of the first question. */
  public Instant now() {
    Instant known = now;
    if (known == null) {
      known = clock.instant();
      now = known;
    }
    return known;
  }

  /** Whether a field must stay in the head because the response depends on the visitor. */
  public boolean keeps(String name) {
    Field field = Field.of(name);
    return own.personal() && (field == Field.VARY || field == Field.CACHE_CONTROL);
  }

  /** Whether the gate has a say in response fields of this name; all others pass unseen. */
  public boolean gates(String name) {
    return Field.of(bare(name)) != Field.FREE;
  }

  /** What to send for a field that the application adds; empty if it is not to be sent. */
  public Optional<String> add(String name, String value) {
    return switch (Field.of(bare(name))) {
      case SET_COOKIE -> cookie(value);
      case SET_COOKIE2 -> refused(Reason.SET_COOKIE2, name);
      case NO_TOKEN -> refused(Reason.HEADER_NAME, name);
      case STORAGE -> storage(name, value);
      case CACHE_CONTROL -> Optional.of(own.personal() ? CachePrivacy.restricted(value) : value);
      case VARY, FREE -> Optional.of(value);
    };
  }

  /**
   * What to send for a field that the application puts in the place of all of this name. The edge
   * calls {@link #restore} when it has done so.
   */
  public Optional<String> replace(String name, String value) {
    if (own.include(value)) {
      // Read from the head and written back first: the application's own lines are to go.
      return Optional.of(value);
    }
    return Field.of(bare(name)) == Field.VARY ? Optional.of(own.varying(value)) : add(name, value);
  }

  /** Tells that the head is about to be sent: deletions make room for what is too much in it. */
  public void makeRoom() {
    own.makeRoom(0);
  }

  /**
   * Tells that the application is about to set this field, of whatever name: deletions make room
   * for it where the head would be too large.
   */
  public void makeRoom(String name, String value) {
    own.makeRoom(HeadBudget.octets(name, value));
  }

  /**
   * Puts the gate's own fields back into the head: after a field has been replaced or removed,
   * after a reset, and before an error page.
   */
  public void restore() {
    own.restore();
  }

  /**
   * Tells that the exchange has ended, for the traffic log; only the first time counts. Never
   * throws.
   *
   * @param octets the length of the body, if it is known
   * @param session how long the visitor's session has lasted, if there is one
   */
  public void finish(int status, OptionalLong octets, Optional<Duration> session) {
    try {
      note.ifPresent(noted -> noted.end(status, octets, session, consent, signal, policy()));
    } catch (RuntimeException e) {
      suppressions.fault(e);
    }
  }

  /** Tells which pattern of the application's answers, for the traffic log. */
  public void mapped(String pattern) {
    note.ifPresent(noted -> noted.mapped(pattern));
  }

  /** How much of the body has been written, as far as an edge counts it. */
  public BodySize written() {
    return written;
  }

  /** Whether anybody wants to know how the exchange ends. */
  public boolean isNoted() {
    return note.isPresent();
  }

  /** With a filter inside a handler the same text comes by again; it has been judged. */
  private Optional<String> cookie(String value) {
    return value.equals(lastJudged) ? Optional.of(value) : unlessOurs(value);
  }

  /** Applications read the head and write it again; our own lines are restored by ourselves. */
  private Optional<String> unlessOurs(String value) {
    return own.include(value) ? Optional.empty() : offer(SetCookie.parse(value));
  }

  /** What to send for a cookie that the application sets; empty if it is not to be sent. */
  public Optional<String> offer(ParsedCookie offered) {
    try {
      return settled(offered, policy().judge(offered, consent, days(), now()));
    } catch (RuntimeException e) {
      suppressions.fault(e);
      return Optional.empty();
    }
  }

  private Optional<String> settled(ParsedCookie offered, Verdict verdict) {
    own.makePersonal();
    if (verdict instanceof Verdict.Drop drop) {
      return refused(drop.reason(), nameOf(offered));
    }
    if (verdict instanceof Verdict.Shorten shorten) {
      suppressions.report(Effect.SHORTENED, shorten.reason(), shorten.cookie().name());
      note.ifPresent(TrafficNote::shortened);
      return sent(shorten.cookie(), Optional.of(shorten.rule()));
    }
    Verdict.Allow allow = (Verdict.Allow) verdict;
    return stale.covers(allow.cookie(), own)
        ? Optional.empty()
        : sent(allow.cookie(), allow.rule());
  }

  private Optional<String> storage(String name, String value) {
    own.makePersonal();
    return policy().mayTell(bare(name), consent)
        ? Optional.of(value)
        : refused(Reason.STORAGE_HEADER, name);
  }

  private Optional<String> refused(Reason reason, String name) {
    suppressions.report(Effect.DROPPED, reason, name);
    note.ifPresent(TrafficNote::dropped);
    return Optional.empty();
  }

  /** A persistent cookie goes out with the day of its first deposit. */
  private Optional<String> sent(SetCookie cookie, Optional<CookieRule> rule) {
    if (cookie.isPersistent() && !cookie.isDeletion(now())) {
      days().record(rule.orElseThrow(), own);
    }
    lastJudged = cookie.text();
    return Optional.of(cookie.text());
  }

  private DepositDays days() {
    DepositDays known = days;
    if (known == null) {
      LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
      known = new DepositDays(gate.ages(), cookies, today);
      days = known;
    }
    return known;
  }

  private ConsentPolicy policy() {
    return gate.policy();
  }

  private static String nameOf(ParsedCookie offered) {
    return offered instanceof SetCookie cookie ? cookie.name() : "(unreadable)";
  }

  private static String bare(String name) {
    return name.startsWith(INCLUDE_PREFIX) ? name.substring(INCLUDE_PREFIX.length()) : name;
  }
}
