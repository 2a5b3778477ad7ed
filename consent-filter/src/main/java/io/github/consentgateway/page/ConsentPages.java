package io.github.consentgateway.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.consentgateway.policy.Banner;
import io.github.consentgateway.policy.Consent;
import io.github.consentgateway.policy.ConsentPolicy;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * @param home the path of the site's first page
   * @param back the local path to return to after the choice; empty for the page itself
   * @param fetching what the page may load
   */
  public record View(
      ConsentPolicy policy,
      Consent consent,
      String language,
      String base,
      String home,
      String back,
      Fetching fetching) {

    /** The same with gaps for what only this one page has. */
    View withGaps() {
      return new View(
          policy,
          consent,
          language,
          base,
          home,
          back.isEmpty() ? back : Fragment.RETURN,
          fetching.nonce().isEmpty() ? fetching : fetching.withNonce(Fragment.NONCE));
    }
  }

  /** What decides how a fragment is rendered, whoever the visitor. */
  private record Kind(
      String template,
      ConsentPolicy policy,
      Standing standing,
      String language,
      String base,
      String home,
      String back,
      Fetching fetching,
      boolean utf8) {

    static Kind of(String template, View view, boolean utf8) {
      return new Kind(
          template,
          view.policy(),
          Standing.of(view.policy(), view.consent()),
          view.language(),
          view.base(),
          view.home(),
          view.back(),
          view.fetching(),
          utf8);
    }
  }

  /** Of a look that has changed, the files are kept for the pages that were made before. */
  private static final int LOOKS = 8;

  private static final int FRAGMENTS = 1_000;

  /** Reasons that have nothing to do with a choice. */
  private static final Set<String> NO_CHOICE = Set.of("absent", "unavailable");

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ConsentPages.class.getClassLoader(),
          ConsentPages.class.getPackageName());
  private final Wording wording;
  private final Cache<Banner, Assets> looks = Caffeine.newBuilder().maximumSize(LOOKS).build();
  private final Cache<Kind, Fragment> fragments =
      Caffeine.newBuilder().maximumSize(FRAGMENTS).build();

  private final Optional<Period> trafficKept;

  /** The pages of an application whose class path may have texts in more languages. */
  public ConsentPages(ClassLoader application) {
    this(application, Optional.empty());
  }

  /**
   * As {@link #ConsentPages(ClassLoader)}.
   *
   * @param trafficKept how long a traffic log is kept, if there is one: visitors are told (TL-14)
   */
  public ConsentPages(ClassLoader application, Optional<Period> trafficKept) {
    this.wording = new Wording(application);
    this.trafficKept = trafficKept;
  }

  /** What keeps the pages from being worded in these languages, a sentence each; mostly nothing. */
  public List<String> problems(List<String> languages) {
    return wording.problems(languages);
  }

  /**
   * The question, as the first element of a page's body; in UTF-8, or in ASCII with character
   * references.
   */
  public byte[] banner(View view, boolean utf8) {
    return fragment("banner", view, utf8);
  }

  /** What tells a visitor who has chosen that the policy is another one now (PV-04). */
  public byte[] notice(View view, boolean utf8) {
    return fragment("notice", view, utf8);
  }

  /** The way back to the choice, for the end of every page. */
  public byte[] control(View view, boolean utf8) {
    return fragment("control", view, utf8);
  }

  /** The preference centre: every purpose with its description before the buttons. */
  public String preferences(View view) {
    return rendered("preferences", view);
  }

  /** The cookie policy: every cookie with its purpose, provider, life and readers. */
  public String cookies(View view) {
    return rendered("cookies", view);
  }

  /** The proof of a consent that stands (TK-10). */
  public String receipt(View view, List<Proof> proofs) {
    return rendered("receipt", Map.of("notice", model(view), "proofs", proofs));
  }

  /** All that is kept of a visitor, and what the visitor may have done with it (GDPR 15 to 20). */
  public String data(View view, List<Proof> proofs, boolean restricted) {
    return rendered(
        "data", Map.of("notice", model(view), "proofs", proofs, "restricted", restricted));
  }

  /** What a visitor is told whose data have been erased. */
  public String erased(View view) {
    return rendered("erased", view);
  }

  /** The list of all that was ever shown, the latest first (PV-02). */
  public String versions(View view, List<Edition> editions) {
    return rendered("versions", Map.of("notice", model(view), "editions", editions));
  }

  /** The texts that were shown under one manifest. */
  public String shown(View view, Edition edition, List<ShownText> texts) {
    return rendered("shown", Map.of("notice", model(view), "edition", edition, "texts", texts));
  }

  /**
   * What has changed between two texts, line by line: added with {@code +}, gone with {@code -}.
   */
  public String difference(View view, List<String> lines) {
    return rendered("difference", Map.of("notice", model(view), "lines", lines));
  }

  /** Why a request was refused, in one sentence; {@code reason} is the end of a key. */
  public String refusal(View view, String reason) {
    Notice notice = model(view);
    return rendered(
        "refusal",
        Map.of(
            "notice",
            notice,
            "title",
            notice.text(NO_CHOICE.contains(reason) ? "title" : "refusal.title"),
            "sentence",
            notice.text("refusal." + reason)));
  }

  /**
   * All that visitors are shown under a policy, as they see it who have not chosen yet.
   *
   * @param base the path of the preference centre
   */
  public Manifest manifest(ConsentPolicy policy, String base) {
    Assets assets = look(policy.banner());
    List<Manifest.Part> parts = new ArrayList<>();
    parts.add(part("registry", "application/json", policy.text()));
    for (String language : policy.languages()) {
      View view = firstView(policy, language, base);
      for (String template : List.of("banner", "preferences", "cookies")) {
        parts.add(
            new Manifest.Part(
                template, Optional.of(language), "text/html", rendered(template, view)));
      }
    }
    parts.add(part("banner-style", "text/css", assets.banner().text()));
    parts.add(part("page-style", "text/css", assets.page().text()));
    parts.add(part("script", "text/javascript", assets.script().text()));
    return Manifest.of(policy, parts);
  }

  private static Manifest.Part part(String kind, String type, String text) {
    return new Manifest.Part(kind, Optional.empty(), type, text);
  }

  private static View firstView(ConsentPolicy policy, String language, String base) {
    return new View(policy, Consent.undecided(), language, base, "/", "", Fetching.free());
  }

  /** A name for the files that pages load, which changes with them. */
  public String edition(Banner banner) {
    Assets assets = look(banner);
    return assets.banner().name() + " " + assets.script().name() + " " + banner;
  }

  /**
   * The file of this name, if it is one of ours. Another node may have made the page that asks for
   * it, so the files of the present look are there before any page has been made here.
   */
  public Optional<Asset> asset(Banner present, String name) {
    return look(present)
        .named(name)
        .or(
            () ->
                looks.asMap().values().stream()
                    .flatMap(former -> former.named(name).stream())
                    .findAny());
  }

  /**
   * The visitor's standing as JSON, with a sentence that says it: what the script asks for.
   *
   * @param withdrawn whether something has just been taken back
   */
  public String state(View view, boolean withdrawn) {
    return model(view).reply(withdrawn);
  }

  private byte[] fragment(String template, View view, boolean utf8) {
    View common = view.withGaps();
    return fragments
        .get(Kind.of(template, common, utf8), kind -> made(template, common, utf8))
        .with(view.back(), view.fetching().nonce());
  }

  private Fragment made(String template, View view, boolean utf8) {
    String html = rendered(template, view);
    return utf8 ? Fragment.inUtf8(html) : Fragment.inAscii(html);
  }

  private String rendered(String template, View view) {
    return rendered(template, Map.of("notice", model(view)));
  }

  private Assets look(Banner banner) {
    return looks.get(banner, Assets::of);
  }

  private Notice model(View view) {
    return new Notice(view, wording.in(view.language()), look(view.policy().banner()), trafficKept);
  }

  private String rendered(String template, Map<String, Object> model) {
    StringOutput out = new StringOutput();
    engine.render(template + ".jte", model, out);
    return out.toString();
  }
}
