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
import io.github.consentgateway.token.FirstDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
  private final ResponseHead response;
  private final RequestCookies cookies;
  private final Consent consent;
  private final Suppressions suppressions;
  private final Clock clock;
  private final Optional<Answer> answer;
  private final StaleCookies stale;
  private @Nullable FirstDays days;
  private @Nullable Instant now;
  private boolean personal;
  private @Nullable String cleared;

  Exchange(
      Generation gate,
      RequestHead request,
      ResponseHead response,
      Endpoints endpoints,
      Suppressions suppressions,
      Clock clock) {
    this.gate = gate;
    this.response = response;
    this.suppressions = suppressions;
    this.clock = clock;
    List<String> fields = request.fields("Cookie");
    this.consent = fields.isEmpty() ? Consent.undecided() : gate.tokens().read(fields);
    this.cookies = new RequestCookies(fields, gate.policy(), consent);
    this.answer = endpoints.answer(gate, request, consent, cookies);
    this.stale =
        answer.isPresent() || cookies.stale().isEmpty()
            ? StaleCookies.NONE
            : StaleCookies.of(cookies.stale(), request, gate.sweep(), now());
    if (!stale.isEmpty()) {
      expireStale();
    }
  }

  /** The gateway's own answer, if the request was for one of its pages; the exchange ends then. */
  public Optional<Answer> answer() {
    return answer;
  }

  /** The visitor's standing. Reading it makes the response depend on the visitor. */
  public Consent consent() {
    makePersonal();
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
      makePersonal();
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
    return personal && (field == Field.VARY || field == Field.CACHE_CONTROL);
  }

  /** Whether the gate has a say in response fields of this name; all others pass unseen. */
  public boolean gates(String name) {
    return Field.of(bare(name)) != Field.FREE;
  }

  /** What to send for a field that the application adds; empty if it is not to be sent. */
  public Optional<String> add(String name, String value) {
    return switch (Field.of(bare(name))) {
      case SET_COOKIE -> value.equals(cleared) ? Optional.of(value) : offer(SetCookie.parse(value));
      case SET_COOKIE2 -> refused(Reason.SET_COOKIE2, name);
      case NO_TOKEN -> refused(Reason.HEADER_NAME, name);
      case STORAGE -> storage(name, value);
      case CACHE_CONTROL -> Optional.of(personal ? CachePrivacy.restricted(value) : value);
      case VARY, FREE -> Optional.of(value);
    };
  }

  /** What to send for a field that the application puts in the place of all of this name. */
  public Optional<String> replace(String name, String value) {
    return personal && Field.of(bare(name)) == Field.VARY
        ? Optional.of(CachePrivacy.withCookie(value))
        : add(name, value);
  }

  /** What to send for a cookie that the application sets; empty if it is not to be sent. */
  public Optional<String> offer(ParsedCookie offered) {
    Verdict verdict = policy().judge(offered, consent, this::firstDeposit, now());
    if (verdict instanceof Verdict.Drop drop) {
      suppressions.report(Effect.DROPPED, drop.reason(), nameOf(offered));
      makePersonal();
      return Optional.empty();
    }
    if (verdict instanceof Verdict.Shorten shorten) {
      suppressions.report(Effect.SHORTENED, shorten.reason(), shorten.cookie().name());
      return sent(shorten.cookie(), Optional.of(shorten.rule()));
    }
    Verdict.Allow allow = (Verdict.Allow) verdict;
    return stale.covers(allow.cookie()) ? Optional.empty() : sent(allow.cookie(), allow.rule());
  }

  /** Says again that the response is private, after a container has cleared part of the head. */
  public void protect() {
    if (personal) {
      CachePrivacy.protect(response);
    }
  }

  /** Writes again what the gate had added, after the application has cleared the head. */
  public void restore() {
    protect();
    stale.lines().forEach(line -> response.add("Set-Cookie", line));
  }

  private Optional<String> storage(String name, String value) {
    makePersonal();
    return policy().mayTell(bare(name), consent)
        ? Optional.of(value)
        : refused(Reason.STORAGE_HEADER, name);
  }

  private Optional<String> refused(Reason reason, String name) {
    suppressions.report(Effect.DROPPED, reason, name);
    return Optional.empty();
  }

  private Optional<String> sent(SetCookie cookie, Optional<CookieRule> rule) {
    makePersonal();
    rule.ifPresent(known -> date(cookie, known));
    // With a filter inside a handler the same text comes by again; it has been judged.
    String text = cookie.text();
    cleared = text;
    return Optional.of(text);
  }

  /** A persistent cookie goes out with the day of its first deposit (LT-05). */
  private void date(SetCookie cookie, CookieRule rule) {
    if (cookie.lifetime(now()).isPresent() && !cookie.isDeletion(now())) {
      FirstDays before = days();
      FirstDays after = before.with(rule);
      gate.ages().changes(before, after).forEach(day -> response.add("Set-Cookie", day.text()));
      days = after;
    }
  }

  private Optional<LocalDate> firstDeposit(CookieRule rule) {
    return days().of(rule);
  }

  private FirstDays days() {
    FirstDays known = days;
    if (known == null) {
      known = gate.ages().read(cookies.fields());
      days = known;
    }
    return known;
  }

  private void expireStale() {
    makePersonal();
    stale.lines().forEach(line -> response.add("Set-Cookie", line));
  }

  private void makePersonal() {
    if (!personal) {
      personal = true;
      CachePrivacy.protect(response);
    }
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
