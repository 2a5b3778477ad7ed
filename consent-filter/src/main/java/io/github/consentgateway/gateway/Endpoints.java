package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.page.ConsentPages.View;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/**
 * The gateway's own pages, below one base path: {@code GET} shows the choice, {@code POST} takes
 * it, {@code POST …/withdraw} takes it back. A choice is a deliberate act: never by {@code GET},
 * never by a prefetch, never from another site, never in a frame (GDPR article 4(11), UI-18).
 */
final class Endpoints {

  private static final int LONGEST_QUERY = 1_024;

  private final String base;
  private final ConsentPages pages;
  private final Decisions decisions;

  Endpoints(String base, Clock clock) {
    this.base = base;
    this.pages = new ConsentPages();
    this.decisions = new Decisions(clock);
  }

  /** The answer to a request for one of our pages; empty for all other requests. */
  Optional<Answer> answer(Visit visit) {
    String path = visit.request().path();
    if (!path.startsWith(base)) {
      return Optional.empty();
    }
    String below = path.substring(base.length());
    return below.isEmpty() || below.charAt(0) == '/'
        ? Optional.of(guarded(route(below, visit)))
        : Optional.empty();
  }

  private Answer route(String below, Visit visit) {
    return switch (below) {
      case "", "/" -> isRead(visit.request()) ? page(visit) : choose(visit);
      case "/withdraw" -> withdraw(visit);
      default -> Answer.sentence(404, "There is no such page here. / Cette page n’existe pas.");
    };
  }

  private Answer page(Visit visit) {
    String language = Languages.of(visit, named(visit.request().query()));
    View view =
        new View(
            visit.gate().policy(),
            visit.consent(),
            language,
            visit.request().contextPath() + base,
            ReturnPath.ofReferer(visit),
            visit.request().contextPath() + "/");
    Answer page = Answer.page(200, language, pages.preferences(view));
    for (SetCookie deletion : HeadBudget.fitting(stale(visit).deletions(), visit.room())) {
      page = page.with("Set-Cookie", deletion.text());
    }
    return page;
  }

  private StaleCookies stale(Visit visit) {
    return StaleCookies.of(visit.cookies().stale(), visit.request(), visit.gate().sweep());
  }

  private static Optional<String> named(String query) {
    return query.length() > LONGEST_QUERY
        ? Optional.empty()
        : Form.parse(query).flatMap(form -> form.first(Languages.FIELD));
  }

  private Answer choose(Visit visit) {
    return acted(visit, form -> decisions.choose(visit, form));
  }

  private Answer withdraw(Visit visit) {
    return acted(visit, form -> Optional.of(decisions.withdraw(visit, form)));
  }

  private Answer acted(Visit visit, Act act) {
    try {
      // Read before any refusal, so that the connection serves on.
      Optional<Form> form = Form.read(visit.request());
      if (!visit.request().method().equals("POST")) {
        return Answer.sentence(405, "A choice is made with POST. / Un choix se fait avec POST.")
            .with("Allow", "GET, HEAD, POST");
      }
      return SameOrigin.holds(visit.request(), visit.gate().policy().site())
          ? form.flatMap(said -> decided(visit, said, act)).orElseGet(Endpoints::unreadable)
          : foreign();
    } catch (IOException e) {
      return unreadable();
    }
  }

  private Optional<Answer> decided(Visit visit, Form form, Act act) {
    return act.on(form).map(outcome -> outcome.redirect(home(visit, form)));
  }

  private static Answer foreign() {
    return Answer.sentence(
        403,
        "A choice counts only when it is made on this site itself. / "
            + "Un choix ne compte que s’il est fait sur ce site.");
  }

  private String home(Visit visit, Form form) {
    return form.first("return").filter(ReturnPath::isLocal).orElseGet(() -> ownPage(visit, form));
  }

  private String ownPage(Visit visit, Form form) {
    return visit.request().contextPath()
        + base
        + form.first(Languages.FIELD)
            .filter(visit.gate().policy().languages()::contains)
            .map(language -> "?" + Languages.FIELD + "=" + language)
            .orElse("");
  }

  private static Answer unreadable() {
    return Answer.sentence(400, "The form could not be read. / Le formulaire n’a pas pu être lu.");
  }

  /** What every answer of ours carries, whatever it says. */
  private static Answer guarded(Answer answer) {
    return answer
        .with("Cache-Control", "no-store")
        .with("Vary", "Cookie")
        .with(
            "Content-Security-Policy",
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .with("X-Frame-Options", "DENY")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
  }

  private static boolean isRead(RequestHead request) {
    String method = request.method().toUpperCase(Locale.ROOT);
    return method.equals("GET") || method.equals("HEAD");
  }

  /** What a form does once it is known to be a deliberate act; nothing if it says none. */
  private interface Act {
    Optional<Outcome> on(Form form);
  }
}
