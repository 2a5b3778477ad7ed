package io.github.consentgateway.gateway;

import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.page.Asset;
import io.github.consentgateway.page.ConsentPages;
import io.github.consentgateway.page.ConsentPages.View;
import io.github.consentgateway.page.Edition;
import io.github.consentgateway.page.Fetching;
import io.github.consentgateway.page.Proof;
import io.github.consentgateway.page.ShownText;
import io.github.consentgateway.policy.Consent;
import java.util.List;
import java.util.Optional;

/** The gateway's own pages as answers, each in one of the policy's languages. */
final class OwnPages {

  private static final int LONGEST_QUERY = 1_024;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final ConsentPages pages;
  private final String base;

  OwnPages(String base, ConsentPages pages) {
    this.base = base;
    this.pages = pages;
  }

  /** What other pages carry for the choice. */
  ConsentPages texts() {
    return pages;
  }

  Answer preferences(Visit visit) {
    View view = view(visit);
    return expiring(visit, Answer.page(200, view.language(), pages.preferences(view)));
  }

  Answer cookies(Visit visit) {
    View view = view(visit);
    return expiring(visit, Answer.page(200, view.language(), pages.cookies(view)));
  }

  private static Answer expiring(Visit visit, Answer page) {
    Answer answer = page;
    for (SetCookie deletion : HeadBudget.fitting(stale(visit).deletions(), visit.room())) {
      answer = answer.with("Set-Cookie", deletion.text());
    }
    return answer;
  }

  private static StaleCookies stale(Visit visit) {
    return StaleCookies.of(visit.cookies().stale(), visit.request(), visit.gate().sweep());
  }

  Answer receipt(Visit visit, List<Proof> proofs) {
    View view = view(visit);
    return Answer.page(200, view.language(), pages.receipt(view, proofs));
  }

  /** All that is kept of a visitor, or why nothing can be found. */
  Answer data(Visit visit, int status, List<Proof> proofs, boolean restricted) {
    View view = view(visit);
    return Answer.page(status, view.language(), pages.data(view, proofs, restricted));
  }

  Answer erased(Visit visit, Optional<String> language) {
    View view =
        view(visit, Consent.undecided(), Languages.of(visit, language), "", Fetching.free());
    return Answer.page(200, view.language(), pages.erased(view));
  }

  Answer versions(Visit visit, List<Edition> editions) {
    View view = view(visit);
    return Answer.page(200, view.language(), pages.versions(view, editions));
  }

  Answer shown(Visit visit, Edition edition, List<ShownText> texts) {
    View view = view(visit);
    return Answer.page(200, view.language(), pages.shown(view, edition, texts));
  }

  Answer difference(Visit visit, List<String> lines) {
    View view = view(visit);
    return Answer.page(200, view.language(), pages.difference(view, lines));
  }

  /** The language that a page would have. */
  String language(Visit visit) {
    return Languages.of(visit, named(visit.request().query()));
  }

  /** A page that says why nothing was changed; {@code reason} as the texts call it. */
  Answer refusal(Visit visit, int status, String reason) {
    return refusal(visit, status, reason, named(visit.request().query()));
  }

  /** The same in the language of the form that is refused. */
  Answer refusal(Visit visit, int status, String reason, Optional<String> language) {
    View view = view(visit, language);
    return Answer.page(status, view.language(), pages.refusal(view, reason));
  }

  /** A file whose name changes with its content. */
  Optional<Answer> asset(Visit visit, String name) {
    return pages.asset(visit.gate().policy().banner(), name).map(OwnPages::kept);
  }

  private static Answer kept(Asset asset) {
    return Answer.of(200, asset.type(), asset.text()).with("Cache-Control", FOR_EVER);
  }

  private View view(Visit visit) {
    return view(visit, named(visit.request().query()));
  }

  private View view(Visit visit, Optional<String> language) {
    return view(visit, Languages.of(visit, language), ReturnPath.ofReferer(visit), Fetching.free());
  }

  private View view(Visit visit, String language, String back, Fetching fetching) {
    return view(visit, visit.consent(), language, back, fetching, "");
  }

  /** What a page of the application shows; {@code origin} goes before our addresses in it. */
  View view(Visit visit, String language, String back, Fetching fetching, String origin) {
    return view(visit, visit.consent(), language, back, fetching, origin);
  }

  private View view(Visit visit, Consent consent, String language, String back, Fetching fetching) {
    return view(visit, consent, language, back, fetching, "");
  }

  private View view(
      Visit visit,
      Consent consent,
      String language,
      String back,
      Fetching fetching,
      String origin) {
    String context = origin + visit.request().contextPath();
    return new View(
        visit.gate().policy(), consent, language, context + base, context + "/", back, fetching);
  }

  /** The visitor's standing for the script; {@code named} is the language that it asks for. */
  Answer state(Visit visit, Outcome outcome, Optional<String> named) {
    return state(visit, outcome.consent(), outcome.takesAllBack(), named);
  }

  private Answer state(Visit visit, Consent consent, boolean withdrawn, Optional<String> named) {
    View view = view(visit, consent, Languages.of(visit, named), "", Fetching.free());
    return Answer.of(200, "application/json", pages.state(view, withdrawn));
  }

  Answer state(Visit visit) {
    return state(visit, visit.consent(), false, named(visit.request().query()));
  }

  private static Optional<String> named(String query) {
    return query.length() > LONGEST_QUERY
        ? Optional.empty()
        : Form.parse(query).flatMap(form -> form.first(Languages.FIELD));
  }
}
