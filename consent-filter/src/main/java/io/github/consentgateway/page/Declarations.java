package io.github.consentgateway.page;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.CookieRule;
import io.github.consentgateway.policy.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the policy declares, as tables in one language. Lives come from the very rules that the gate
 * enforces, so what is shown is what is applied (LT-08).
 */
final class Declarations {

  private static final Duration CHOICE = Duration.ofDays(180);

  private final ConsentPolicy policy;
  private final String language;
  private final Texts texts;
  private final Parties parties;

  Declarations(ConsentPolicy policy, String language, Texts texts) {
    this.policy = policy;
    this.language = language;
    this.texts = texts;
    this.parties = new Parties(policy, texts, this::titles);
  }

  private String in(Map<String, String> words) {
    return words.getOrDefault(language, "");
  }

  PurposeRow row(Purpose purpose, boolean granted, String state) {
    return new PurposeRow(
        purpose.id(),
        in(purpose.title()),
        in(purpose.description()),
        terms(purpose.id()),
        parties.serving(purpose.id()),
        granted,
        state);
  }

  /** The longest life of a purpose's cookies, and who else gets at them. */
  private String terms(String purpose) {
    String life =
        rules(purpose)
            .flatMap(rule -> life(rule).stream())
            .max(Duration::compareTo)
            .map(longest -> texts.say("terms.life", texts.life(longest)))
            .orElse(
                texts.say(
                    rules(purpose).findAny().isPresent() ? "terms.session" : "terms.nothing"));
    String others = others(purpose);
    return others.isEmpty()
        ? life + " " + texts.say("terms.none")
        : life + " " + texts.say("terms.access", others);
  }

  /** The life that is applied: no longer than the consent where cookies are bound to it. */
  private Optional<Duration> life(CookieRule rule) {
    return policy.bindsToConsent() && rule.exempt().isEmpty()
        ? rule.lifetime().map(life -> life.compareTo(CHOICE) > 0 ? CHOICE : life)
        : rule.lifetime();
  }

  private String others(String purpose) {
    return parties.serving(purpose).stream().map(Party::name).collect(Collectors.joining(", "));
  }

  private Stream<CookieRule> rules(String purpose) {
    return policy.cookies().stream().filter(rule -> rule.purposes().contains(purpose));
  }

  List<String> titles(Collection<String> purposes) {
    return policy.purposes().stream()
        .filter(purpose -> purposes.contains(purpose.id()))
        .map(purpose -> in(purpose.title()))
        .toList();
  }

  List<CookieRow> cookies(String purpose) {
    return Stream.concat(
            rules(purpose).map(rule -> row(rule, String.join(", ", titles(rule.purposes())))),
            policy.headers().stream()
                .filter(rule -> rule.purposes().contains(purpose))
                .map(rule -> header(rule.name())))
        .toList();
  }

  /** What is not stored and asked of the terminal all the same. */
  private CookieRow header(String name) {
    return new CookieRow(
        name,
        texts.say("header.why"),
        policy.controller().name(),
        texts.say("life.session"),
        texts.say("access.no"));
  }

  /** The exempt measurement that a visitor may object to. */
  List<CookieRow> measurement() {
    return policy.cookies().stream()
        .filter(CookieRule::isOpenToObjection)
        .map(rule -> row(rule, texts.say("exempt.AUDIENCE_EXEMPT")))
        .toList();
  }

  /** How long what is measured is kept, as a sentence; empty if nothing is measured so. */
  String measurementKept() {
    return policy.cookies().stream()
        .flatMap(rule -> rule.audience().stream())
        .map(CookieRule.Audience::dataRetention)
        .max(Duration::compareTo)
        .map(longest -> texts.say("terms.life", texts.life(longest)))
        .orElse("");
  }

  /** The exempt cookies, our own first. */
  List<CookieRow> exempt() {
    List<CookieRow> rows = new ArrayList<>();
    rows.add(own("consent", "own.choice", CHOICE));
    rows.add(own("consent-since-*", "own.since", ConsentPolicy.LONGEST_LIFE));
    for (CookieRule rule : policy.cookies()) {
      rule.exempt()
          .filter(of -> !rule.isOpenToObjection())
          .ifPresent(of -> rows.add(row(rule, texts.say("exempt." + of))));
    }
    return rows;
  }

  private CookieRow own(String name, String why, Duration life) {
    String prefix = policy.site().startsWith("https:") ? "__Host-" : "";
    return new CookieRow(
        prefix + name,
        texts.say(why),
        policy.controller().name(),
        texts.life(life),
        texts.say("access.no"));
  }

  private CookieRow row(CookieRule rule, String why) {
    return new CookieRow(
        rule.name(),
        why + rule.override().map(reason -> " (" + reason + ")").orElse(""),
        rule.provider().orElse(policy.controller().name()),
        life(rule).map(texts::life).orElse(texts.say("life.session")),
        texts.say(rule.thirdPartyAccess() ? "access.yes" : "access.no"));
  }

  /** Every third party once, whatever the number of its services. */
  List<Party> parties() {
    return parties.all();
  }
}
