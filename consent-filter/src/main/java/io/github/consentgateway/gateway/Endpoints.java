package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.record.LedgerException;
import java.io.IOException;
import java.util.Optional;

/**
 * The gateway's own pages, below one base path: {@code GET} shows the choice, {@code POST} takes
 * it, {@code POST …/withdraw} takes it back, {@code GET …/cookies} is the cookie policy, {@code
 * …/receipt} and {@code …/my-data} what is recorded, {@code …/versions} what was shown. A choice is
 * a deliberate act: never by {@code GET}, never by a prefetch, never from another site, never in a
 * frame (GDPR article 4(11), UI-18).
 */
final class Endpoints {

  private static final String SCRIPT = "application/json";
  private static final String RETRY_SECONDS = "10";
  private static final String MINUTE = "60";
  private static final String READ = "GET, HEAD";

  /** The element of our pages that says what stands; it shows where a choice has led. */
  private static final String CONFIRMATION = "#consent-done";

  private static final String RESTRICTION = "#restrict";

  private final String base;
  private final OwnPages pages;
  private final Decisions decisions;
  private final Evidence evidence;
  private final VisitorRecords records;
  private final Editions editions;
  private final WellKnown wellKnown;

  /** So often a minute a visitor may change whether the records of a consent may be used. */
  private static final int CHANGES = 6;

  private final GrantLimit limit;
  private final GrantLimit changes;

  Endpoints(Settings settings, GrantLimit limit) {
    this.base = settings.base();
    this.limit = limit;
    this.changes = new GrantLimit(CHANGES, settings.clock());
    this.evidence = settings.evidence();
    this.pages = new OwnPages(base, settings.pages());
    this.decisions = new Decisions(settings.clock());
    this.records = new VisitorRecords(base, pages, evidence);
    this.editions = new Editions(evidence.ledger(), pages);
    this.wellKnown = new WellKnown(evidence.keys());
  }

  OwnPages pages() {
    return pages;
  }

  /** The answer to a request for one of our pages; empty for all other requests. */
  Optional<Answer> answer(Visit visit) {
    String path = visit.request().path();
    if (!path.startsWith(base)) {
      return isRead(visit.request()) ? wellKnown.answer(path, visit) : Optional.empty();
    }
    String below = path.substring(base.length());
    return below.isEmpty() || below.charAt(0) == '/'
        ? Optional.of(guarded(answered(below, visit), visit))
        : Optional.empty();
  }

  private Answer answered(String below, Visit visit) {
    try {
      return route(below, visit);
    } catch (LedgerException e) {
      return pages.refusal(visit, 503, "unavailable").with("Retry-After", RETRY_SECONDS);
    }
  }

  private Answer route(String below, Visit visit) {
    return switch (below) {
      case "", "/" -> isRead(visit.request()) ? pages.preferences(visit) : choose(visit);
      case "/withdraw" -> withdraw(visit);
      case "/my-data/restrict" -> acted(visit, "POST", form -> restricted(visit, form, true));
      case "/my-data/release" -> acted(visit, "POST", form -> restricted(visit, form, false));
      case "/my-data/erase" -> acted(visit, "POST", form -> erased(visit, form));
      default -> isRead(visit.request()) ? shown(below, visit) : notRead(visit);
    };
  }

  private Answer shown(String below, Visit visit) {
    return switch (below) {
      case "/state" -> pages.state(visit);
      case "/cookies" -> pages.cookies(visit);
      case "/receipt" -> records.receipt(visit);
      case "/my-data" -> records.data(visit);
      case "/versions" -> editions.list(visit);
      default -> file(below, visit).orElseGet(() -> notThere(visit));
    };
  }

  private Optional<Answer> file(String below, Visit visit) {
    int slash = below.indexOf('/', 1);
    String name = below.substring(slash + 1);
    return switch (slash < 0 ? below : below.substring(0, slash)) {
      case "/assets" -> pages.asset(visit, name);
      case "/receipt" -> records.receipt(visit, name);
      case "/versions" -> editions.find(visit, name);
      case "/my-data.json" -> records.copy(visit);
      default -> Optional.empty();
    };
  }

  private Answer notRead(Visit visit) {
    try {
      Body.read(visit.request().body());
    } catch (IOException e) {
      return unreadable(visit);
    }
    return pages.refusal(visit, 405, "method").with("Allow", READ);
  }

  private Answer notThere(Visit visit) {
    return pages.refusal(visit, 404, "absent");
  }

  private Answer choose(Visit visit) {
    return acted(
        visit,
        READ + ", POST",
        form ->
            Decisions.isOutOfDate(visit, form)
                ? Optional.of(pages.refusal(visit, 409, "changed", form.first(Languages.FIELD)))
                : decisions.choose(visit, form).map(made -> proved(visit, form, made)));
  }

  private Answer withdraw(Visit visit) {
    return acted(
        visit, "POST", form -> Optional.of(proved(visit, form, decisions.withdraw(visit, form))));
  }

  private Optional<Answer> restricted(Visit visit, Form form, boolean whether) {
    // By consent, so that nobody else can keep a visitor from it.
    if (VisitorRecords.consentId(visit).filter(id -> !changes.admits(id)).isPresent()) {
      return Optional.of(tooMany(visit, form));
    }
    records.restrict(visit, whether);
    return Optional.of(Answer.seeOther(ownPage(visit, form, "/my-data") + RESTRICTION));
  }

  /** Whoever has nothing that could be erased is told why nothing can be found. */
  private Optional<Answer> erased(Visit visit, Form form) {
    Answer answer =
        records.erase(visit)
            ? pages.erased(visit, form.first(Languages.FIELD))
            : Answer.seeOther(ownPage(visit, form, "/my-data"));
    Outcome outcome = new Outcome(Consent.undecided(), Decisions.allGone(visit));
    return Optional.of(
        VisitorRecords.consentId(visit).isPresent() ? outcome.carriedBy(answer) : answer);
  }

  private Answer acted(Visit visit, String methods, Act act) {
    try {
      // Read before any refusal, so that the connection serves on.
      Body body = Body.read(visit.request().body());
      if (!visit.request().method().equals("POST")) {
        return pages.refusal(visit, 405, "method").with("Allow", methods);
      }
      if (!SameOrigin.holds(visit.request(), visit.gate().policy().site())) {
        return pages.refusal(visit, 403, "foreign");
      }
      return body.tooLong()
          ? pages.refusal(visit, 413, "large")
          : Form.of(visit.request(), body).flatMap(act::on).orElseGet(() -> unreadable(visit));
    } catch (IOException e) {
      return unreadable(visit);
    }
  }

  private Answer unreadable(Visit visit) {
    return pages.refusal(visit, 400, "form");
  }

  /** The ledger first, then the token: a consent that cannot be proved is not given. */
  private Answer proved(Visit visit, Form form, Outcome outcome) {
    if (isTooMuch(visit, outcome.trace())) {
      evidence.end(outcome.trace());
      return Decisions.unproved(visit, outcome).carriedBy(tooMany(visit, form));
    }
    return evidence.keep(outcome.trace(), visit.gate())
        ? outcome.carriedBy(next(visit, form, outcome))
        : Decisions.unproved(visit, outcome).carriedBy(unrecorded(visit, form));
  }

  private boolean isTooMuch(Visit visit, Trace trace) {
    return trace.isGrant() && !trace.onlyTakesBack() && !limit.admits(visit.request().client());
  }

  private Answer tooMany(Visit visit, Form form) {
    return pages
        .refusal(visit, 429, "many", form.first(Languages.FIELD))
        .with("Retry-After", MINUTE);
  }

  private Answer unrecorded(Visit visit, Form form) {
    return pages
        .refusal(visit, 503, "evidence", form.first(Languages.FIELD))
        .with("Retry-After", RETRY_SECONDS);
  }

  /** Where a browser goes next; the script that has sent the form stays on its page. */
  private Answer next(Visit visit, Form form, Outcome outcome) {
    return visit.request().fields("Accept").contains(SCRIPT)
        ? pages.state(visit, outcome, form.first(Languages.FIELD))
        : Answer.seeOther(home(visit, form) + CONFIRMATION);
  }

  private String home(Visit visit, Form form) {
    return form.first("return")
        .map(wanted -> ReturnPath.local(wanted).orElse(visit.request().contextPath() + "/"))
        .orElseGet(() -> ownPage(visit, form, ""));
  }

  private String ownPage(Visit visit, Form form, String below) {
    return visit.request().contextPath()
        + base
        + below
        + form.first(Languages.FIELD)
            .filter(visit.gate().policy().languages()::contains)
            .map(language -> "?" + Languages.FIELD + "=" + language)
            .orElse("");
  }

  /** What every answer of ours carries, whatever it says; files keep their own caching. */
  private static Answer guarded(Answer answer, Visit visit) {
    Answer kept =
        answer.has("Cache-Control")
            ? answer
            : answer
                .with("Cache-Control", "no-store")
                .with("Vary", visit.gate().dependencies().field());
    return kept.with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .with("X-Frame-Options", "DENY")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
  }

  private static boolean isRead(RequestHead request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** What a form does once it is known to be a deliberate act; nothing if it says none. */
  private interface Act {
    Optional<Answer> on(Form form);
  }
}
