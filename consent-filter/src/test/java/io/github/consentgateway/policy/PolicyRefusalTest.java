package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake outside the cookies makes one message, with its place and what is allowed. */
class PolicyRefusalTest {

  @DisplayName("UI-23: who is responsible must be said")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  site: https://www.example.fr | site: http://www.example.fr | 1:7: site is "http://www.example.fr"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: https://www.example.fr/ | 1:7: site is "https://www.example.fr/"; allowed: an origin such as https://www.example.fr (http only on localhost)
  dpo: dpo@example.fr | dpo: | 6:1: dpo is missing; allowed: an e-mail address, or an https address
  dpo: dpo@example.fr | dpo: " " | 6:6: dpo must be a text that is not blank; allowed: an e-mail address, or an https address
  dpo: dpo@example.fr | dpo: ask us | 6:6: dpo is "ask us"; allowed: an e-mail address, or an https address
  dpo: dpo@example.fr | dpo: [a@b.fr] | 6:6: dpo must be a text that is not blank; allowed: an e-mail address, or an https address
  contact: privacy@example.fr | contact: ~ | 5:3: controller.contact is missing; allowed: an e-mail address, or an https address
  name: Exemple SAS\\n | `` | 3:3: controller.name is missing; allowed: the name of the body that decides
  name: CNIL, | `` | 7:12: authority.name is missing; allowed: the name of the authority
  authority: { name: CNIL, url: "https://www.cnil.fr/fr/plaintes" } | authority: CNIL | 7:12: authority must be a mapping of keys to values
  https://www.cnil.fr/fr/plaintes | http://www.cnil.fr/fr/plaintes | 7:31: authority.url is "http://www.cnil.fr/fr/plaintes"; allowed: an https address such as https://www.example.fr/privacy
  policy: { version: "2026-11-22" } | policy: {} | 8:9: policy.version is missing; allowed: a version or date in quotes, at most 64 characters
  policy: { version: "2026-11-22" } | polices: { version: "2026-11-22" } | 8:1: unknown key "polices" in the file; did you mean policy?
  """)
  void refusesAnIncompleteHead(String piece, String other, String message) {
    assertEquals(
        "consent.yaml:" + message, last(Policies.refusals(piece.replace("\\n", "\n  "), other)));
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  @DisplayName("UI-02, UI-19, UI-15: purposes are said plainly, in each language")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  version: 2 | version: 0 | 18:14: purposes.audience.version is "0"; allowed: a whole number from 1 to 999999
  version: 2 | version: v2 | 18:14: purposes.audience.version is "v2"; allowed: a whole number from 1 to 999999
  version: 2 | version: 1000000 | 18:14: purposes.audience.version is "1000000"; allowed: a whole number from 1 to 999999
  , en: Videos | `` | 25:12: purposes.video.title.en is missing; allowed: a text in each of the languages
  en: Videos | en: Videos, de: Videos | 25:38: unknown key "de" in purposes.video.title; allowed: fr, en
  en: Play the demonstration videos, which YouTube sends from its own servers. | en: Play videos. | 28:11: purposes.video.description is "Play videos."; allowed: at least 40 characters that say what is stored or read, and why
  en: Play the demonstration videos, which YouTube sends from its own servers. | en: We use cookies to improve your experience on our website. | 28:11: purposes.video.description is vague: "We use cookies to improve your experience on our website."; allowed: at least 40 characters that say what is stored or read, and why
  video:\\n | `Video!:\\n` | 23:3: the purpose id is "Video!"; allowed: 1 to 32 of a-z, 0-9, - and _, a letter first
  version: 2 | version: 2\\n    legalBasis: LEGITIMATE_INTEREST | 19:17: purposes.audience.legalBasis cannot be chosen: what is stored on a terminal needs consent, or an exempt class (Directive 2002/58/EC article 5(3)); LEGITIMATE_INTEREST is neither; allowed: no such key
  version: 2 | version: 2\\n    colour: red | 19:5: unknown key "colour" in purposes.audience; allowed: version, title, description
  languages: [fr, en] | languages: [fr, en, e] | 9:21: languages is "e"; allowed: language tags such as fr or pt-BR
  languages: [fr, en] | languages: [fr, en, EN] | 9:21: languages is "EN"; allowed: language tags such as fr or pt-BR
  languages: [fr, en] | languages: [fr, en, x-us] | 9:21: languages is "x-us"; allowed: language tags such as fr or pt-BR
  languages: [fr, en] | languages: [fr, en, en] | 9:21: languages names "en" twice
  languages: [fr, en] | languages: [] | 9:12: languages is empty; allowed: a list of language tags such as fr or pt-BR
  languages: [fr, en] | languages: fr | 9:12: languages must be a list
  languages: [fr, en] | languages: [fr, en, ~] | 9:21: languages must be a text that is not blank
  languages: [fr, en] | `` | 1:1: languages is missing; allowed: a list of language tags such as fr or pt-BR
  """)
  void refusesPurposesThatAreNotClear(String piece, String other, String message) {
    assertEquals(
        "consent.yaml:" + message, Policies.refusals(piece.replace("\\n", "\n"), other).get(0));
  }

  @DisplayName("UI-12, TP-11: third parties are named with policy and country")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  purpose: video | purpose: vidéo | 39:29: services[0].purpose names the unknown purpose "vidéo"; did you mean video?
  purpose: video | purpose: chat | 39:29: services[0].purpose names the unknown purpose "chat"; allowed: preferences, audience, video
  purpose: video, | `` | 39:5: services[0].purpose is missing; allowed: preferences, audience, video
  id: youtube | id: You Tube | 39:11: services[0].id is "You Tube"; allowed: an id such as youtube
  provider: google, hosts | hosts | 39:5: services[0].provider is missing; allowed: who runs the service
  country: US | country: USA | 39:163: services[0].country is "USA"; allowed: an ISO 3166 code such as FR or US
  *.ytimg.com | https://i.ytimg.com | 39:88: services[0].hosts is "https://i.ytimg.com"; allowed: a host name such as www.example.fr or *.example.fr
  policyUrl: "https://policies.google.com/privacy", | `` | 39:5: services[0].policyUrl is missing; allowed: an https address such as https://www.example.fr/privacy
  safeguard: | safeguards: | 39:167: unknown key "safeguards" in services[0]; did you mean safeguard?
  services:\\n | services: none\\nother:\\n | 38:11: services must be a list
  services:\\n | services:\\n  - youtube\\n | 39:5: services[0] must be a mapping of keys to values
  """)
  void refusesServicesThatAreNotTold(String piece, String other, String message) {
    assertEquals(
        "consent.yaml:" + message, Policies.refusals(piece.replace("\\n", "\n"), other).get(0));
  }

  @DisplayName("CK-09: only gated headers are registered, with purposes")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  name: Accept-CH, | name: X-Tell, | 41:13: headers[0].name is "X-Tell"; allowed: one of Accept-CH, Critical-CH, Observe-Browsing-Topics, Attribution-Reporting-Register-*, Shared-Storage-Write, NEL, Report-To, Use-As-Dictionary
  name: Accept-CH, | name: Attribution-Reporting-Register-*, | 41:13: headers[0].name is "Attribution-Reporting-Register-*"; allowed: one of Accept-CH, Critical-CH, Observe-Browsing-Topics, Attribution-Reporting-Register-*, Shared-Storage-Write, NEL, Report-To, Use-As-Dictionary
  name: attribution-reporting-register-source, | name: accept-ch, | 42:13: headers[1].name "accept-ch" is declared above already
  Accept-CH, purposes: [audience] | Accept-CH, purposes: [] | 41:34: headers[0].purposes is empty; allowed: a list of preferences, audience, video
  Accept-CH, purposes: [audience] | Accept-CH | 41:5: headers[0].purposes is missing; allowed: a list of preferences, audience, video
  Accept-CH, purposes: [audience] | Accept-CH, purposes: audience | 41:34: headers[0].purposes must be a list
  """)
  void refusesHeadersThatNeedNoGate(String piece, String other, String message) {
    assertEquals(List.of("consent.yaml:" + message), Policies.refusals(piece, other));
  }

  @Test
  void refusesTwoServicesOfOneName() {
    String twin =
        "services:\n  - { id: youtube, purpose: audience, provider: g, hosts: [a.fr], policyUrl: \"https://a.fr/\", country: FR }";

    assertEquals(
        List.of("consent.yaml:40:11: services[1].id \"youtube\" is taken by a service above"),
        Policies.refusals("services:", twin));
  }

  @Test
  void refusesMorePurposesThanAnybodyWeighs() {
    StringBuilder many = new StringBuilder("purposes:\n");
    String text =
        "{ fr: &t Quarante caractères au moins pour dire la chose., en: Forty characters that say the thing in full. }";
    for (int i = 0; i < 30; i++) {
      many.append(
          "  p%d: { version: 1, title: { fr: a, en: b }, description: %s }\n".formatted(i, text));
    }

    assertEquals(
        List.of("consent.yaml:11:3: purposes has 33 entries; allowed: 32"),
        Policies.refusals(Policies.with("purposes:\n", many.toString())));
  }

  @DisplayName("five mistakes make five messages, in the order of the file")
  @Test
  void tellsEverythingAtOnce() {
    String yaml =
        Policies.with("dpo: dpo@example.fr", "dpo: nobody")
            .replace("version: 2", "version: two")
            .replace("lifetime: P7D", "lifetime: P14M")
            .replace("purposes: [preferences]", "purposes: [preference]")
            .replace("country: US", "country: XX");

    assertEquals(
        List.of(
            "consent.yaml:6:6: dpo is \"nobody\"; allowed: an e-mail address, or an https address",
            "consent.yaml:18:14: purposes.audience.version is \"two\"; allowed: a whole number from 1 to 999999",
            "consent.yaml:32:70: cookies[2].lifetime is \"P14M\"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days",
            "consent.yaml:33:30: cookies[3].purposes names the unknown purpose \"preference\"; did you mean preferences?",
            "consent.yaml:39:163: services[0].country is \"XX\"; allowed: an ISO 3166 code such as FR or US"),
        Policies.refusals(yaml));
  }

  @Test
  void tellsAMissingSiteOnce() {
    assertEquals(
        List.of(
            "consent.yaml:1:1: site is missing; allowed: an origin such as https://www.example.fr (http only on localhost)"),
        Policies.refusals("site: https://www.example.fr", "site:"));
  }

  @Test
  void refusesLegalBasisForTheWholeFile() {
    assertEquals(1, Policies.refusals("dpo:", "legalBasis: CONSENT\ndpo:").size());
  }

  @Test
  void doesWithoutPurposesAndCookies() {
    String head = Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:"));

    ConsentPolicy policy = Policies.parse(head);

    assertEquals(List.of(), policy.purposes());
    assertEquals(List.of(), policy.cookies());
    assertEquals(Consent.State.DECIDED, Policies.granting(policy).state());
  }

  @Test
  void saysThatNoPurposeIsDeclaredWhenOneIsNamed() {
    String head = Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:"));

    assertEquals(
        List.of(
            "consent.yaml:11:50: headers[0].purposes names the unknown purpose \"audience\"; allowed: an id declared below purposes"),
        Policies.refusals(
            head + "headers:\n  - { name: Accept-CH, purposes:                [audience] }\n"));
  }
}
