package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every key that the file may hold is read into the policy, and what is not written has its
 * default. The keys come from the reader itself, which offers them where it meets one that it does
 * not know: a key without a row here fails the build.
 */
class PolicyKeysTest {

  private static final String UNKNOWN = "a-key-so-long-that-no-other-key-can-be-meant-by-it";

  /** Section, key, and a change of its value in the valid file. */
  private static final String CHANGES =
      """
      the file | site | https://www.example.fr | https://shop.example.fr
      the file | controller | Exemple SAS | Autre SAS
      the file | dpo | dpo: dpo@example.fr | dpo: https://www.example.fr/dpo
      the file | authority | name: CNIL | name: APD
      the file | policy | "2026-11-22" | "2026-11-23"
      the file | bindToConsent | policy: | bindToConsent: true\\npolicy:
      the file | minors | policy: | minors: true\\npolicy:
      the file | banner | layout: bar | layout: page
      the file | languages | languages: [fr, en] | languages: [en, fr]
      the file | purposes | version: 2 | version: 3
      the file | services | id: youtube | id: videos
      the file | cookies | lifetime: P7D | lifetime: P8D
      the file | headers | name: Accept-CH | name: Critical-CH
      controller | name | Exemple SAS | Autre SAS
      controller | address | 1 rue de la Paix | 2 rue de la Paix
      controller | contact | privacy@example.fr | contact@example.fr
      authority | name | name: CNIL | name: APD
      authority | url | https://www.cnil.fr/fr/plaintes | https://www.cnil.fr/
      policy | version | "2026-11-22" | 2026-11-23
      banner | layout | layout: bar | layout: inline
      banner | injection | injection: marker | injection: body
      banner | control | control: marker | control: end
      banner | script | script: false | script: true
      banner | theme | radius: 0 | radius: 1rem
      banner.theme | surface | surface: "#fffdf8" | surface: "#ffffff"
      banner.theme | text | text: "#221a10" | text: "#000"
      banner.theme | link | link: "#5b2c83" | link: "#5b2c84"
      banner.theme | button | button: "#3c1f5e" | button: "#3c1f5f"
      banner.theme | buttonText | buttonText: "#fff" | buttonText: "#ffe"
      banner.theme | darkSurface | darkSurface: "#1d1a22" | darkSurface: "#1d1a23"
      banner.theme | darkText | darkText: "#f3eefb" | darkText: "#f3eefc"
      banner.theme | darkLink | darkLink: "#c9a6f5" | darkLink: "#c9a6f6"
      banner.theme | darkButton | darkButton: "#e4d5fb" | darkButton: "#e4d5fc"
      banner.theme | darkButtonText | darkButtonText: "#2a1645" | darkButtonText: "#2a1646"
      banner.theme | font | "Georgia, serif" | system-ui
      banner.theme | radius | radius: 0 | radius: 4px
      purposes.audience | version | version: 2 | version: 3
      purposes.audience | title | en: Audience measurement | en: Audience
      purposes.audience | description | Count the pages seen | Count the pages viewed
      cookies[5] | name | "_pk_id*" | "_pk_id.*"
      cookies[5] | purposes | purposes: [preferences] | purposes: [video]
      cookies[5] | exempt | exempt: CART | exempt: PAYWALL_QUOTA
      cookies[5] | why | counts visits for us alone | counts visits
      cookies[5] | lifetime | lifetime: P7D | lifetime: session
      cookies[5] | provider | provider: Stripe | provider: Stripe SA
      cookies[5] | policyUrl | https://vimeo.com/privacy | https://vimeo.com/terms
      cookies[5] | thirdPartyAccess | google, lifetime: P1Y1M, thirdPartyAccess: true | google, lifetime: P1Y1M, thirdPartyAccess: false
      cookies[5] | domains | domains: [example.fr] | domains: [www.example.fr]
      cookies[5] | paths | paths: [/, /shop] | paths: [/shop]
      cookies[5] | partitioned | partitioned: true | partitioned: false
      cookies[5] | override | on the payment page only | on one page only
      cookies[5] | dataRetention | dataRetention: P25M | dataRetention: P24M
      cookies[5] | reviewedOn | reviewedOn: 2026-10-01 | reviewedOn: 2026-10-02
      services[0] | id | id: youtube | id: videos
      services[0] | purpose | purpose: video | purpose: audience
      services[0] | provider | provider: google | provider: alphabet
      services[0] | hosts | "*.ytimg.com" | i.ytimg.com
      services[0] | policyUrl | https://policies.google.com/privacy | https://policies.google.com/terms
      services[0] | country | country: US | country: IE
      services[0] | safeguard | EU-US Data Privacy Framework | standard contractual clauses
      headers[0] | name | name: Accept-CH | name: Critical-CH
      headers[0] | purposes | purposes: [audience] } | purposes: [video] }
      """;

  /** Keys of which one value only is allowed, so that a change is refused. */
  private static final String CONDITIONS =
      """
      cookies[5] | firstParty | firstParty: true | firstParty: false
      cookies[5] | sliding | sliding: false | sliding: true
      """;

  private static List<String[]> rows(String table) {
    return table.lines().map(line -> line.split(" \\| ")).toList();
  }

  static Stream<Arguments> changes() {
    return rows(CHANGES).stream().map(Arguments::of);
  }

  static Stream<Arguments> conditions() {
    return rows(CONDITIONS).stream().map(Arguments::of);
  }

  /** All that a policy tells. */
  private static List<Object> told(ConsentPolicy policy) {
    return List.of(
        policy.site(),
        policy.controller(),
        policy.dpo(),
        policy.authority(),
        policy.version(),
        policy.bindsToConsent(),
        policy.isForMinors(),
        policy.banner(),
        policy.languages(),
        policy.purposes(),
        policy.cookies(),
        policy.services(),
        policy.headers());
  }

  @DisplayName("every key is read into the policy")
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("changes")
  void readsEachKey(String section, String key, String piece, String other) {
    String changed = Policies.with(piece, other.replace("\\n", "\n"));

    assertNotEquals(told(Policies.valid()), told(Policies.parse(changed)));
  }

  @DisplayName("CK-08: a condition has one value")
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("conditions")
  void refusesAnotherValueOfACondition(String section, String key, String piece, String other) {
    String refusal = Policies.refusals(piece, other).get(0);

    assertTrue(refusal.contains(section + "." + key + " is "), refusal);
  }

  static Stream<Arguments> sections() {
    return Stream.of(
        Arguments.of("the file", "dpo:", "\n"),
        Arguments.of("controller", "address:", "\n  "),
        Arguments.of("authority", "name: CNIL", ", "),
        Arguments.of("policy", "version: \"", ", "),
        Arguments.of("banner", "layout: bar", "\n  "),
        Arguments.of("banner.theme", "surface: \"#fffdf8\"", ", "),
        Arguments.of("purposes.audience", "version: 2", "\n    "),
        Arguments.of("cookies[5]", "name: \"_pk_id*\"", ", "),
        Arguments.of("services[0]", "id: youtube", ", "),
        Arguments.of("headers[0]", "name: Accept-CH", ", "));
  }

  @DisplayName("the rows are all the keys that the reader offers")
  @ParameterizedTest(name = "{0}")
  @MethodSource("sections")
  void knowsNoOtherKey(String section, String before, String separator) {
    String yaml = Policies.with(before, UNKNOWN + ": x" + separator + before);

    assertEquals(keys(section), offered(section, Policies.refusals(yaml)));
  }

  private static Set<String> keys(String section) {
    return rows(CHANGES + CONDITIONS).stream()
        .filter(row -> row[0].equals(section))
        .map(row -> row[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> offered(String section, List<String> refusals) {
    String offer = UNKNOWN + "\" in " + section + "; allowed: ";
    String keys = refusals.get(0).substring(refusals.get(0).indexOf(offer) + offer.length());
    return new TreeSet<>(List.of(keys.split(", ")));
  }

  @DisplayName("what need not be written, and what holds where it is not")
  @Test
  void listsAllDefaults() {
    String head = Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:"));
    ConsentPolicy bare = Policies.parse(head);

    assertFalse(bare.bindsToConsent());
    assertFalse(bare.isForMinors());
    assertEquals(
        new Banner(Layout.BOX, Injection.BODY, ControlPlace.END, true, Theme.standard()),
        bare.banner());
    assertEquals(List.of(), bare.purposes());
    assertEquals(List.of(), bare.cookies());
    assertEquals(List.of(), bare.services());
    assertEquals(List.of(), bare.headers());
    assertEquals(List.of(), bare.warnings());
  }

  @Test
  void listsTheDefaultsOfAnExemptCookie() {
    assertEquals(
        new CookieRule(
            "size",
            Set.of(),
            Optional.of(ExemptClass.CART),
            Optional.of("keeps the basket"),
            Optional.of(Duration.ofDays(1)),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of("/"),
            false,
            Optional.empty(),
            Optional.empty()),
        only("exempt: CART, why: keeps the basket, lifetime: P1D"));
  }

  @Test
  void listsTheDefaultsOfACookieThatNeedsConsent() {
    assertEquals(
        new CookieRule(
            "size",
            Set.of("audience"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of("/"),
            false,
            Optional.empty(),
            Optional.empty()),
        only("purposes: [audience], lifetime: session, thirdPartyAccess: false"));
  }

  private static CookieRule only(String declaration) {
    String line =
        Policies.YAML.lines().filter(l -> l.contains("name: size")).findAny().orElseThrow();
    String text = Policies.with(line, "  - { name: size, " + declaration + " }");
    return Policies.parse(text).rule("size").orElseThrow();
  }

  @Test
  void listsTheDefaultsOfAService() {
    assertEquals(
        Optional.empty(),
        Policies.parse(Policies.with(", safeguard: EU-US Data Privacy Framework", ""))
            .services()
            .get(0)
            .safeguard());
  }
}
