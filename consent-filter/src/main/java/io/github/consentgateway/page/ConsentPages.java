package io.github.consentgateway.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * The pages on which a visitor makes, changes and withdraws a choice, and what other pages carry
 * for it. They work without a script: one form, one request. Immutable and thread-safe.
 */
public final class ConsentPages {

  /**
   * What a page shows.
   *
   * @param policy the policy in force
   * @param consent the visitor's standing
   * @param language one of the policy's languages
   * @param base the path of the preference centre, which forms are sent to
   * @param back the local path to return to after the choice; empty for the page itself
   * @param home the path of the site's first page
   */
  public record View(
      ConsentPolicy policy,
      Consent consent,
      String language,
      String base,
      String back,
      String home) {}

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ConsentPages.class.getClassLoader(),
          ConsentPages.class.getPackageName());
  private final Assets assets = Assets.ours();

  /** The question, as the first element of a page's body. */
  public String banner(View view) {
    return rendered("banner", Map.of("notice", notice(view)));
  }

  /** The way back to the choice, for the end of every page. */
  public String control(View view) {
    return rendered("control", Map.of("notice", notice(view)));
  }

  /** The preference centre: every purpose with its description before the buttons. */
  public String preferences(View view) {
    return rendered("preferences", Map.of("notice", notice(view)));
  }

  /** The cookie policy: every cookie with its purpose, provider, life and readers. */
  public String cookies(View view) {
    return rendered("cookies", Map.of("notice", notice(view)));
  }

  /** Why a request was refused, in one sentence; {@code reason} is the end of a key. */
  public String refusal(View view, String reason) {
    Notice notice = notice(view);
    return rendered(
        "refusal", Map.of("notice", notice, "sentence", notice.text("refusal." + reason)));
  }

  /** The file of this name, if it is one of ours. */
  public Optional<Asset> asset(String name) {
    return assets.named(name);
  }

  private Notice notice(View view) {
    return new Notice(view, assets);
  }

  private String rendered(String template, Map<String, Object> model) {
    StringOutput out = new StringOutput();
    engine.render(template + ".jte", model, out);
    return out.toString();
  }
}
