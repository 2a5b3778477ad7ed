package io.github.consentgateway.page;

import io.github.consentgateway.page.ConsentPages.View;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import java.util.List;

/** What the templates ask for: the view in the words of its language. */
final class Notice {

  private final View view;
  private final Texts texts;
  private final Assets assets;
  private final Declarations declared;

  Notice(View view, Assets assets) {
    this.view = view;
    this.texts = Texts.of(view.language());
    this.assets = assets;
    this.declared = new Declarations(view.policy(), view.language(), texts);
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
    return "box";
  }

  String stylesheet() {
    return file(assets.banner());
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
    return view.consent().state() == Consent.State.UNDECIDED;
  }

  boolean isOutdated() {
    return view.consent().state() == Consent.State.OUTDATED;
  }

  boolean isAsking() {
    return !asked().isEmpty();
  }

  boolean hasGrants() {
    return view.consent().grantsAnything();
  }

  /** The purposes that are still to be asked, in the order of the policy. */
  List<PurposeRow> asked() {
    return policy().purposes().stream().filter(this::isOpen).map(this::row).toList();
  }

  private boolean isOpen(Purpose purpose) {
    return !view.consent().allows(purpose.id()) && !view.consent().refuses(purpose);
  }

  List<PurposeRow> purposes() {
    return policy().purposes().stream().map(this::row).toList();
  }

  private PurposeRow row(Purpose purpose) {
    return declared.row(purpose, view.consent().allows(purpose.id()), state(purpose));
  }

  private String state(Purpose purpose) {
    if (view.consent().allows(purpose.id())) {
      return text("state.granted");
    }
    return text(isOpen(purpose) ? "state.open" : "state.refused");
  }

  List<CookieRow> cookies(String purpose) {
    return declared.cookies(purpose);
  }

  List<CookieRow> exempt() {
    return declared.exempt();
  }

  List<Party> parties() {
    return declared.parties();
  }

  /** The titles of the purposes that the browser's signal has refused; empty if there are none. */
  String signalled() {
    return String.join(", ", declared.titles(view.consent().signalled()));
  }

  /** The day of the choice that stands. */
  String day() {
    return view.consent().choice().map(choice -> texts.day(choice.decidedOn())).orElse("");
  }

  /** What was chosen and when. */
  String standing() {
    return switch (view.consent().state()) {
      case UNDECIDED -> text("undecided");
      case OUTDATED -> text("outdated", day());
      case DECIDED -> text(hasGrants() ? "granted" : "refused", day());
    };
  }
}
