package io.github.consentgateway.page;

import io.github.consentgateway.page.ConsentPages.View;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Layout;
import io.github.consentgateway.policy.Purpose;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the templates ask for: the view in the words of its language. */
final class Notice {

  private final View view;
  private final Standing standing;
  private final Texts texts;
  private final Assets assets;
  private final Declarations declared;
  private final StandingSentence sentence;
  private final Optional<Period> trafficKept;

  Notice(View view, Texts texts, Assets assets, Optional<Period> trafficKept) {
    this.trafficKept = trafficKept;
    this.view = view;
    this.standing = Standing.of(view.policy(), view.consent());
    this.texts = texts;
    this.assets = assets;
    this.declared = new Declarations(view.policy(), view.language(), texts);
    this.sentence = new StandingSentence(view.policy(), standing, texts, declared);
  }

  String text(String key, Object... parts) {
    return texts.say(key, parts);
  }

  String language() {
    return view.language();
  }

  String direction() {
    return texts.direction();
  }

  String layout() {
    return policy().banner().layout().name().toLowerCase(Locale.ROOT);
  }

  boolean isModal() {
    return policy().banner().layout() == Layout.MODAL;
  }

  boolean isStyled() {
    return view.fetching().style();
  }

  boolean isScripted() {
    return policy().banner().script() && view.fetching().script();
  }

  /** There, and empty, if the script must leave the sending of forms to the browser. */
  @Nullable String byBrowser() {
    return view.fetching().connection() ? null : "";
  }

  /** Whether the page lets the browser send our forms. */
  boolean sendsForms() {
    return view.fetching().form();
  }

  @Nullable String nonce() {
    return view.fetching().nonce().isEmpty() ? null : view.fetching().nonce();
  }

  String stylesheet() {
    return file(assets.banner());
  }

  String script() {
    return file(assets.script());
  }

  /** The standing for scripts, as JSON. */
  String state() {
    return scriptState().json();
  }

  /** The same with a sentence that says it. */
  String reply(boolean withdrawn) {
    return scriptState().json(withdrawn ? text("proof.withdrawn") + ". " + standing() : standing());
  }

  private ScriptState scriptState() {
    return ScriptState.of(standing, isAsking(), version());
  }

  /** The style of our own pages. */
  String pageStylesheet() {
    return file(assets.page());
  }

  private String file(Asset asset) {
    return view.base() + "/assets/" + asset.name();
  }

  String base() {
    return view.base();
  }

  String back() {
    return view.back();
  }

  String home() {
    return view.home();
  }

  /** A page of ours in the same language. */
  String page(String below) {
    return view.base() + below + "?lang=" + view.language();
  }

  /** The languages that the pages come in. */
  List<Tongue> tongues() {
    return policy().languages().stream().map(Tongue::of).toList();
  }

  private ConsentPolicy policy() {
    return view.policy();
  }

  String controller() {
    return policy().controller().name();
  }

  String address() {
    return policy().controller().address();
  }

  String contact() {
    return policy().controller().contact();
  }

  String contactLink() {
    return link(contact());
  }

  String dpo() {
    return policy().dpo();
  }

  String dpoLink() {
    return link(dpo());
  }

  /** A contact is an https page or an e-mail address. */
  private static String link(String contact) {
    return contact.startsWith("https:") ? contact : "mailto:" + contact;
  }

  String authority() {
    return policy().authority().name();
  }

  String authorityLink() {
    return policy().authority().url().toString();
  }

  String version() {
    return policy().version();
  }

  boolean isUndecided() {
    return standing.state() == Consent.State.UNDECIDED;
  }

  boolean isOutdated() {
    return standing.state() == Consent.State.OUTDATED;
  }

  boolean isAsking() {
    return !isForMinors() && !asked().isEmpty();
  }

  boolean isForMinors() {
    return policy().isForMinors();
  }

  boolean canObject() {
    return policy().canBeObjectedTo();
  }

  boolean objects() {
    return standing.objection().isPresent();
  }

  /** The day on which an objection ends: when no cookie that it stops can still live. */
  String objectionEnds() {
    return standing
        .objection()
        .map(day -> texts.day(day.plusDays(ConsentPolicy.LONGEST_LIFE.toDays())))
        .orElse("");
  }

  /** Whether the browser's signal has answered everything, so that no question tells of it. */
  boolean isUnasked() {
    return isUndecided() && !isAsking() && !standing.signalled().isEmpty();
  }

  boolean hasGrants() {
    return !standing.granted().isEmpty();
  }

  /** Whether there is a consent to take back, be it suspended by the signal. */
  boolean canWithdraw() {
    return !standing.given().isEmpty();
  }

  /** The purposes that are still to be asked, in the order of the policy. */
  List<PurposeRow> asked() {
    return policy().purposes().stream().filter(standing::isOpen).map(this::row).toList();
  }

  /** The purposes that the question asks about, with their versions: what its answer decides on. */
  String askedNow() {
    return named(policy().purposes().stream().filter(standing::isOpen));
  }

  /** All purposes with their versions. */
  String askable() {
    return named(policy().purposes().stream());
  }

  private static String named(Stream<Purpose> purposes) {
    return purposes.map(of -> of.id() + ":" + of.version()).collect(Collectors.joining(" "));
  }

  List<PurposeRow> purposes() {
    return policy().purposes().stream().map(this::row).toList();
  }

  private PurposeRow row(Purpose purpose) {
    return declared.row(purpose, standing.granted().contains(purpose.id()), state(purpose));
  }

  private String state(Purpose purpose) {
    if (standing.granted().contains(purpose.id())) {
      return text("state.granted");
    }
    return text(standing.isOpen(purpose) ? "state.open" : "state.refused");
  }

  List<CookieRow> cookies(String purpose) {
    return declared.cookies(purpose);
  }

  /** The measurement that needs no consent. */
  List<CookieRow> measurement() {
    return declared.measurement();
  }

  /** How long what it measures is kept. */
  String measurementKept() {
    return declared.measurementKept();
  }

  List<CookieRow> exempt() {
    return declared.exempt();
  }

  List<Party> parties() {
    return declared.parties();
  }

  /** How long the traffic log is kept; empty if there is none. */
  String trafficKept() {
    return trafficKept.map(texts::period).orElse("");
  }

  /** The titles of the purposes that the browser's signal has refused; empty if there are none. */
  String signalled() {
    return String.join(", ", declared.titles(standing.signalled()));
  }

  /** The day of the choice that stands. */
  String day() {
    return sentence.day();
  }

  /** A moment in the words of the language. */
  String moment(Instant at) {
    return texts.moment(at);
  }

  /** The titles of purposes, in the order in which they are shown. */
  String titles(Collection<String> purposes) {
    return sentence.titles(purposes);
  }

  /** What a text that was shown is called, with its language in that language. */
  String title(ShownText shown) {
    String title =
        switch (shown.kind()) {
          case "banner" -> text("banner.title");
          case "preferences" -> text("title");
          case "cookies" -> text("cookies.title");
          default -> shown.kind();
        };
    return shown.language().isEmpty() ? title : title + " – " + Tongue.of(shown.language()).name();
  }

  /** What was chosen and when. */
  String standing() {
    return sentence.text();
  }
}
