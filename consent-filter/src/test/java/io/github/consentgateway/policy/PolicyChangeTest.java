package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of the registry asks of visitors. */
@DisplayName("PV-03, PV-09: material changes are asked about, and nothing else")
class PolicyChangeTest {

  private static final String BASE =
      """
      site: https://www.example.fr
      controller: { name: Exemple, address: Paris, contact: a@example.fr }
      dpo: dpo@example.fr
      authority: { name: CNIL, url: "https://www.cnil.fr/fr/plaintes" }
      policy: { version: "2026-01-31" }
      languages: [en]
      bindToConsent: true
      purposes:
        audience:
          version: 3
          title: { en: Audience }
          description: { en: "Count the pages seen, by page and by day, to know which are of use." }
        chat:
          version: 1
          title: { en: Chat }
          description: { en: "Open a chat with an adviser, and pick it up again on the next page." }
      cookies:
        - { name: sid, exempt: AUTHENTICATION, why: "keeps you signed in", lifetime: session }
        - { name: visits, purposes: [audience], lifetime: P30D, thirdPartyAccess: false }
        - { name: tab, purposes: [audience], lifetime: session, thirdPartyAccess: false }
        - { name: talk, purposes: [chat], provider: Talk, lifetime: P7D, thirdPartyAccess: true }
      services:
        - { id: talk, purpose: chat, provider: Talk, hosts: [talk.example], policyUrl: "https://talk.example/p", country: FR }
      headers:
        - { name: Accept-CH, purposes: [audience] }
      """;

  private static ConsentPolicy policy(String yaml) {
    return ConsentPolicy.parse(yaml, "consent.yaml");
  }

  private static String changes(String after) {
    return PolicyChange.between(policy(BASE), policy(after)).stream()
        .map(change -> change.kind() + " " + change.purpose() + " " + change.subject())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{2}")
  @DisplayName("each difference has its kind")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Count the pages seen | Count the pages viewed | WORDING audience audience",
        "title: { en: Chat } | title: { en: Live chat } | WORDING chat chat",
        "version: 3 | version: 4 | ASKED_AGAIN audience audience",
        "lifetime: P30D | lifetime: P31D | LONGER_LIFE audience visits",
        "lifetime: P30D | lifetime: P29D | ``",
        "name: visits | name: views | NEW_COOKIE audience views; REMOVED audience visits",
        "purposes: [chat], provider: Talk | purposes: [chat], provider: Talk SA, policyUrl: \"https://t.example/p\" | NEW_RECIPIENT chat Talk SA",
        "country: FR | country: US | WEAKER_CONTROL chat Talk in US; REMOVED chat Talk in FR",
        "country: FR | country: FR, safeguard: clauses | WEAKER_CONTROL chat Talk under clauses",
        "purposes: [audience], lifetime: P30D, thirdPartyAccess: false | purposes: [audience], provider: Talk, lifetime: P30D, thirdPartyAccess: true | NEW_RECIPIENT audience Talk; WEAKER_CONTROL audience visits thirdPartyAccess: true",
        "lifetime: P30D, thirdPartyAccess: false | lifetime: P30D, thirdPartyAccess: false, domains: [example.fr] | WEAKER_CONTROL audience visits domain example.fr",
        "bindToConsent: true | bindToConsent: false | WEAKER_CONTROL audience bindToConsent: false; WEAKER_CONTROL chat bindToConsent: false",
        "Accept-CH, purposes: [audience] | Accept-CH, purposes: [chat] | REMOVED audience Accept-CH; NEW_DATA chat Accept-CH",
        "name: tab, | name: tab, why: \"x y\", | ``",
      })
  void everyDifferenceHasItsKind(String was, String is, String expected) {
    assertTrue(BASE.contains(was), was);

    assertEquals(expected, changes(BASE.replace(was, is)));
  }

  @Test
  void newAndGonePurposesAreTold() {
    String renamed =
        BASE.replace("  chat:\n", "  talk:\n")
            .replace("[chat]", "[talk]")
            .replace("purpose: chat", "purpose: talk");

    assertEquals("NEW_PURPOSE talk talk; REMOVED chat chat", changes(renamed));
    assertEquals(List.of(), PolicyChange.obstacles(policy(BASE), policy(renamed)));
  }

  @Test
  void cookieThatOutlivesAllOthersIsNoMereAddition() {
    String more =
        BASE.replace(
            "  - { name: tab",
            "  - { name: year, purposes: [audience], lifetime: P1Y, thirdPartyAccess: false }\n"
                + "  - { name: tab");

    assertEquals("LONGER_LIFE audience year", changes(more));
  }

  @Test
  void samePolicyHasNoChanges() {
    assertEquals("", changes(BASE));
    assertEquals(List.of(), PolicyChange.obstacles(policy(BASE), policy(BASE)));
  }

  @ParameterizedTest
  @DisplayName(
      "what would make old consents stand for more is refused, until its version is raised")
  @CsvSource(
      delimiter = '|',
      value = {
        "lifetime: P30D | lifetime: P31D | purposes.audience.version: 3 would make old consents stand for more than was asked (LONGER_LIFE visits); allowed: 4, which asks again for this purpose alone",
        "version: 3 | version: 2 | purposes.audience.version: 2 is lower than before; allowed: 3 or higher",
        "2026-01-31 | 2026-01-30 | policy.version: 2026-01-30 is lower than 2026-01-31, which visitors have been shown; allowed: that or higher",
      })
  void silentWideningIsRefused(String was, String is, String expected) {
    String after = BASE.replace(was, is);

    assertEquals(List.of(expected), PolicyChange.obstacles(policy(BASE), policy(after)));
    if (is.contains("P31D")) {
      String raised = after.replace("version: 3", "version: 4");
      assertEquals(List.of(), PolicyChange.obstacles(policy(BASE), policy(raised)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-02-01, -1",
    "2026-02-01, 2026-01-31, 1",
    "1.9, 1.10, -1",
    "1.10, 1.10, 0",
    "1.10, 1.10.1, -1",
    "v2, 2, 1",
    "2, v2, -1",
    "a, b, -1",
    "007, 7, 0",
  })
  void versionsAreOrderedAsPeopleReadThem(String one, String other, int order) {
    assertEquals(order, Integer.signum(PolicyVersions.compare(one, other)));
  }

  @Test
  @DisplayName(
      "PV-08: the text of a policy is read back as the same policy, and is the same text then")
  void textIsReadBack() {
    for (ConsentPolicy policy : List.of(policy(BASE), Policies.valid())) {
      ConsentPolicy again = policy(policy.text());

      assertEquals(policy.text(), again.text());
      assertEquals(policy.fingerprint(), again.fingerprint());
      assertEquals(List.of(), PolicyChange.between(policy, again));
    }
  }
}
