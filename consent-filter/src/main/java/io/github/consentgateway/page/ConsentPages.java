package io.github.consentgateway.page;

import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.Purpose;
import java.util.Map;

/**
 * The pages on which a visitor makes, changes and withdraws a choice. They work without a script:
 * one form, three submit buttons, one request each. Immutable and thread-safe.
 */
public final class ConsentPages {

  /**
   * What a page shows.
   *
   * @param policy the policy in force
   * @param consent the visitor's standing
   * @param language one of the policy's languages
   * @param action the path that the form is sent to
   * @param back the local path to return to after the choice; empty for the page itself
   * @param home the path of the site's first page
   */
  public record View(
      ConsentPolicy policy,
      Consent consent,
      String language,
      String action,
      String back,
      String home) {}

  /** The preference centre: every purpose with its description before the buttons. */
  public String preferences(View view) {
    Texts texts = Texts.of(view.language());
    Html html = new Html();
    html.raw("<!doctype html>\n<html").attribute("lang", view.language()).raw(">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", texts.say("title")).raw("</head>\n<body>\n<main>\n");
    html.element("h1", texts.say("title"));
    html.raw("<p role=\"status\">").text(standing(view, texts)).raw("</p>\n");
    html.element("p", texts.say("intro", view.policy().controller().name()));
    if (view.consent().state() == Consent.State.UNDECIDED) {
      html.element("p", texts.say("silence"));
    }
    form(html, view, texts);
    withdrawal(html, view, texts);
    html.raw("<p><a").attribute("href", view.home()).raw(">");
    html.text(texts.say("home")).raw("</a></p>\n");
    contact(html, view, texts);
    return html.raw("</main>\n</body>\n</html>\n").toString();
  }

  private static String standing(View view, Texts texts) {
    Consent consent = view.consent();
    String day = consent.choice().map(choice -> texts.day(choice.decidedOn())).orElse("");
    return switch (consent.state()) {
      case UNDECIDED -> texts.say("undecided");
      case OUTDATED -> texts.say("outdated", day);
      case DECIDED ->
          consent.granted().isEmpty() ? texts.say("refused", day) : texts.say("granted", day);
    };
  }

  private static void form(Html html, View view, Texts texts) {
    html.raw("<form method=\"post\"").attribute("action", view.action()).raw(">\n");
    html.raw("<fieldset>\n").element("legend", texts.say("purposes"));
    for (Purpose purpose : view.policy().purposes()) {
      purpose(html, view, purpose, texts);
    }
    html.raw("</fieldset>\n");
    hidden(html, "lang", view.language());
    hidden(html, "return", view.back());
    html.raw("<p>\n");
    button(html, "refuse", texts);
    button(html, "accept", texts);
    button(html, "save", texts);
    html.raw("</p>\n</form>\n");
  }

  /** A box is ticked only to show an earlier yes of this visitor back (UI-07). */
  private static void purpose(Html html, View view, Purpose purpose, Texts texts) {
    String id = "purpose-" + purpose.id();
    boolean granted = view.consent().allows(purpose.id());
    html.raw("<p><input type=\"checkbox\" name=\"purpose\"").attribute("value", purpose.id());
    html.attribute("id", id).attribute("aria-describedby", id + "-description");
    html.raw(granted ? " checked> " : "> ");
    html.raw("<label").attribute("for", id).raw(">");
    html.text(in(view, purpose.title())).raw("</label> ");
    html.text(state(view.consent(), purpose, texts));
    html.raw("<br>\n<span").attribute("id", id + "-description").raw(">");
    html.text(in(view, purpose.description())).raw("</span></p>\n");
  }

  /** What was chosen, in words: never by the box alone (AX-06). */
  private static String state(Consent consent, Purpose purpose, Texts texts) {
    if (consent.allows(purpose.id())) {
      return texts.say("state.granted");
    }
    boolean refused =
        consent
            .choice()
            .map(choice -> choice.refused().getOrDefault(purpose.id(), 0))
            .filter(version -> version == purpose.version())
            .isPresent();
    return texts.say(refused ? "state.refused" : "state.open");
  }

  private static String in(View view, Map<String, String> words) {
    return words.getOrDefault(view.language(), "");
  }

  private static void hidden(Html html, String name, String value) {
    if (!value.isEmpty()) {
      html.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value);
      html.raw(">\n");
    }
  }

  private static void button(Html html, String choice, Texts texts) {
    html.raw("<button type=\"submit\" name=\"choice\"").attribute("value", choice).raw(">");
    html.text(texts.say("button." + choice)).raw("</button>\n");
  }

  private static void withdrawal(Html html, View view, Texts texts) {
    if (view.consent().granted().isEmpty()) {
      return;
    }
    html.raw("<form method=\"post\"").attribute("action", view.action() + "/withdraw").raw(">\n");
    hidden(html, "lang", view.language());
    hidden(html, "return", view.back());
    html.raw("<p><button type=\"submit\">").text(texts.say("button.withdraw"));
    html.raw("</button></p>\n</form>\n");
  }

  private static void contact(Html html, View view, Texts texts) {
    ConsentPolicy policy = view.policy();
    html.element(
        "p", texts.say("contact", policy.controller().name(), policy.controller().address()));
    html.element("p", texts.say("dpo", policy.dpo()));
    html.raw("<p>").text(texts.say("authority")).raw(" <a");
    html.attribute("href", policy.authority().url().toString()).raw(">");
    html.text(policy.authority().name()).raw("</a></p>\n");
    html.element("p", texts.say("version", policy.version()));
  }
}
