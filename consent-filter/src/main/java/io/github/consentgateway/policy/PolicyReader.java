package io.github.consentgateway.policy;

import java.net.URI;
import java.time.Clock;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole policy file. */
final class PolicyReader {

  /** The path of the mapping that is the file itself. */
  static final String WHOLE = "the file";

  private static final String TAGS = "language tags such as fr or pt-BR";
  private static final String CONTROLLER = "{ name: …, address: …, contact: … }";
  private static final String AUTHORITY = "{ name: …, url: … }";
  private static final int LONGEST_VERSION = 64;
  private static final String VERSION =
      "a version or date in quotes, at most " + LONGEST_VERSION + " characters";
  private static final String LEGAL_BASIS = "legalBasis";

  private final Section file;
  private final Problems problems;
  private final Problems warnings;
  private final Clock clock;

  private PolicyReader(Section file, Problems problems, Problems warnings, Clock clock) {
    this.file = file;
    this.problems = problems;
    this.warnings = warnings;
    this.clock = clock;
  }

  /**
   * Reads the file.
   *
   * @throws PolicyException with everything that is wrong
   */
  static ConsentPolicy read(String yaml, String place, Clock clock) {
    Problems problems = new Problems();
    Problems warnings = new Problems();
    Optional<Registry> registry =
        YamlTree.read(yaml, problems)
            .flatMap(root -> Section.of(root, WHOLE, problems))
            .map(file -> new PolicyReader(file, problems, warnings, clock).registry());
    problems.refuseIfAny(place);
    return new ConsentPolicy(registry.orElseThrow(), warnings.sorted());
  }

  /** Refuses the switch that no tracker may have (EDPB cookie banner taskforce, type H). */
  static void refuseLegalBasis(Section section) {
    section
        .forbidden(LEGAL_BASIS)
        .ifPresent(
            node ->
                section.problem(
                    node,
                    LEGAL_BASIS,
                    "cannot be chosen: what is stored on a terminal needs consent, or an exempt"
                        + " class (Directive 2002/58/EC article 5(3)); LEGITIMATE_INTEREST is"
                        + " neither; allowed: no such key"));
  }

  private Registry registry() {
    String site = site();
    Controller controller = controller();
    String dpo = contact(file, "dpo");
    Authority authority = authority();
    String version = version();
    boolean bindToConsent = file.isOn("bindToConsent");
    boolean minors = file.isOn("minors");
    Banner banner = new BannerReader(file, warnings).read();
    List<String> languages = languages();
    Optional<Section> purposes = file.section("purposes");
    Set<String> known = purposes.map(section -> section.named().keySet()).orElse(Set.of());
    PurposeTable table =
        new PurposeTable(
            purposes
                .map(all -> new PurposesReader(all, languages, problems).read())
                .orElse(List.of()));
    int before = problems.count();
    List<Service> services = new ServicesReader(file, known).read();
    boolean sound = problems.count() == before;
    List<CookieRule> cookies =
        new CookiesReader(file, known, site, clock, warnings).read(services, sound);
    List<HeaderRule> headers = new HeadersReader(file, known).read();
    refuseLegalBasis(file);
    file.close();
    return new Registry(
        site,
        controller,
        dpo,
        authority,
        version,
        bindToConsent,
        minors,
        banner,
        languages,
        table,
        cookies,
        services,
        headers);
  }

  private String site() {
    Optional<Node.Scalar> site = file.requireText("site", WebAddress.ORIGIN);
    Optional<Node.Scalar> origin = site.filter(scalar -> WebAddress.isOrigin(scalar.text()));
    site.filter(scalar -> origin.isEmpty())
        .ifPresent(scalar -> file.wrong(scalar, "site", WebAddress.ORIGIN));
    return origin.map(Node.Scalar::text).orElse("");
  }

  private Controller controller() {
    Optional<Section> section = file.requireSection("controller", CONTROLLER);
    Controller controller =
        section
            .map(
                of ->
                    new Controller(
                        text(of, "name", "the name of the body that decides"),
                        text(of, "address", "its postal address"),
                        contact(of, "contact")))
            .orElse(new Controller("", "", ""));
    section.ifPresent(Section::close);
    return controller;
  }

  private Authority authority() {
    Optional<Section> section = file.requireSection("authority", AUTHORITY);
    Authority authority =
        section
            .map(
                of -> new Authority(text(of, "name", "the name of the authority"), page(of, "url")))
            .orElse(new Authority("", URI.create("")));
    section.ifPresent(Section::close);
    return authority;
  }

  private String version() {
    Optional<Section> section = file.requireSection("policy", "{ version: \"2026-11-22\" }");
    Optional<Node.Scalar> version = section.flatMap(of -> of.requireText("version", VERSION));
    version
        .filter(scalar -> scalar.text().length() > LONGEST_VERSION)
        .ifPresent(scalar -> section.orElseThrow().wrong(scalar, "version", VERSION));
    section.ifPresent(Section::close);
    return version.map(Node.Scalar::text).orElse("");
  }

  /** The languages; none if one of them is wrong, or each text would seem to be wrong as well. */
  private List<String> languages() {
    file.requireItems("languages", "a list of " + TAGS);
    Map<String, Node.Scalar> languages = file.texts("languages");
    List<Node.Scalar> wrong =
        languages.values().stream().filter(tag -> !isTag(tag.text())).toList();
    wrong.forEach(tag -> file.wrong(tag, "languages", TAGS));
    return wrong.isEmpty() ? List.copyOf(languages.keySet()) : List.of();
  }

  private static boolean isTag(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return !locale.getLanguage().isEmpty() && locale.toLanguageTag().equals(tag);
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** A text that must be there. */
  static String text(Section section, String key, String allowed) {
    return section.requireText(key, allowed).map(Node.Scalar::text).orElse("");
  }

  /** The https address of a page that must be there. */
  static URI page(Section section, String key) {
    section.require(key, WebAddress.PAGE);
    return optionalPage(section, key).orElse(URI.create(""));
  }

  /** The https address of a page that may be there. */
  static Optional<URI> optionalPage(Section section, String key) {
    Optional<Node.Scalar> text = section.text(key);
    Optional<URI> page = text.flatMap(scalar -> WebAddress.page(scalar.text()));
    text.filter(scalar -> page.isEmpty())
        .ifPresent(scalar -> section.wrong(scalar, key, WebAddress.PAGE));
    return page;
  }

  private static String contact(Section section, String key) {
    Optional<Node.Scalar> contact = section.requireText(key, WebAddress.CONTACT);
    contact
        .filter(scalar -> !WebAddress.isContact(scalar.text()))
        .ifPresent(scalar -> section.wrong(scalar, key, WebAddress.CONTACT));
    return contact.map(Node.Scalar::text).orElse("");
  }
}
