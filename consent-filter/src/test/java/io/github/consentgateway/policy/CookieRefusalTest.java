package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake in a cookie makes one message, with its place and what is allowed. */
class CookieRefusalTest {

  @DisplayName("CK-04, CK-06, UI-13, UI-15, LT-11: a cookie is declared in full")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  size, purposes: [preferences] | size | 33:5: cookies[3].purposes is missing, and so is exempt; allowed: a list of preferences, audience, video, or exempt: one of CONSENT_CHOICE, AUTHENTICATION, SECURITY_OF_REQUESTED_SERVICE, CART, UI_CUSTOMISATION_REQUESTED, LOAD_BALANCING, PAYWALL_QUOTA, AUDIENCE_EXEMPT
  size, purposes: [preferences] | size, purposes: [] | 33:29: cookies[3].purposes is missing, and so is exempt; allowed: a list of preferences, audience, video, or exempt: one of CONSENT_CHOICE, AUTHENTICATION, SECURITY_OF_REQUESTED_SERVICE, CART, UI_CUSTOMISATION_REQUESTED, LOAD_BALANCING, PAYWALL_QUOTA, AUDIENCE_EXEMPT
  size, purposes: [preferences] | size, purposes: preferences | 33:29: cookies[3].purposes must be a list
  size, purposes: [preferences] | size, purposes: [preferences, preferences] | 33:43: cookies[3].purposes names "preferences" twice
  exempt: CART | exempt: CART, purposes: [audience] | 32:47: cookies[2].purposes and exempt exclude each other; allowed: one of them
  exempt: CART | exempt: NECESSARY | 32:31: cookies[2].exempt is "NECESSARY"; allowed: one of CONSENT_CHOICE, AUTHENTICATION, SECURITY_OF_REQUESTED_SERVICE, CART, UI_CUSTOMISATION_REQUESTED, LOAD_BALANCING, PAYWALL_QUOTA, AUDIENCE_EXEMPT
  why: keeps the basket, | `` | 32:5: cookies[2].why is missing; allowed: one line that justifies the exemption
  why: keeps the basket | why: [basket] | 32:42: cookies[2].why must be a text that is not blank; allowed: one line that justifies the exemption
  lifetime: P7D | lifetime: P391D | 32:70: cookies[2].lifetime is "P391D"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: 7 days | 32:70: cookies[2].lifetime is "7 days"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D, | `` | 32:5: cookies[2].lifetime is missing; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  P13M, thirdPartyAccess: false, domains | P13M, domains | 33:5: cookies[3].thirdPartyAccess is missing; allowed: true or false
  P13M, thirdPartyAccess: false, domains | P13M, thirdPartyAccess: maybe, domains | 33:78: cookies[3].thirdPartyAccess is "maybe"; allowed: true or false
  provider: vimeo, | `` | 36:5: cookies[6].provider is missing; allowed: who gets at the cookie
  , policyUrl: "https://vimeo.com/privacy" | `` | 36:5: cookies[6].policyUrl is missing; allowed: an https address such as https://www.example.fr/privacy, here or at a service of "vimeo"
  https://vimeo.com/privacy | vimeo.com/privacy | 36:122: cookies[6].policyUrl is "vimeo.com/privacy"; allowed: an https address such as https://www.example.fr/privacy
  domains: [example.fr] | domains: [example.com] | 33:95: cookies[3].domains is "example.com"; allowed: the host of https://www.example.fr, or a domain above it
  domains: [example.fr] | domains: [fr] | 33:95: cookies[3].domains is "fr"; allowed: the host of https://www.example.fr, or a domain above it
  paths: [/, /shop] | paths: [/, shop] | 32:86: cookies[2].paths is "shop"; allowed: a path that begins with / and holds no ; or control character
  paths: [/, /shop] | paths: [/, /a b] | 32:86: cookies[2].paths is "/a b"; allowed: a path that begins with / and holds no ; or control character
  paths: [/, /shop] | paths: [/, /é] | 32:86: cookies[2].paths is "/é"; allowed: a path that begins with / and holds no ; or control character
  paths: [/, /shop] | paths: [/, "/;Domain=b.fr"] | 32:86: cookies[2].paths is "/;Domain=b.fr"; allowed: a path that begins with / and holds no ; or control character
  name: size | name: "si*ze" | 33:13: cookies[3].name is "si*ze"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: "*" | 33:13: cookies[3].name is "*"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: "*size*" | 33:13: cookies[3].name is "*size*"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: taille é | 33:13: cookies[3].name is "taille é"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: JSESSIONID | 33:13: cookies[3].name is declared above already
  name: size | name: __Host-consent | 33:13: cookies[3].name is "__Host-consent"; allowed: a name that the gateway does not use
  name: size | name: "__Host-consent-*" | 33:13: cookies[3].name is "__Host-consent-*"; allowed: a name that the gateway does not use
  name: size, | `` | 33:5: cookies[3].name is missing; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size, | name: [size], | 33:13: cookies[3].name must be a text that is not blank; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size, | name: size, legalBasis: LEGITIMATE_INTEREST, | 33:31: cookies[3].legalBasis cannot be chosen: what is stored on a terminal needs consent, or an exempt class (Directive 2002/58/EC article 5(3)); LEGITIMATE_INTEREST is neither; allowed: no such key
  name: size, | name: size, overide: x, | 33:19: unknown key "overide" in cookies[3]; did you mean override?
  name: size, | name: size, override: x, | 33:29: cookies[3].override goes with exempt only
  name: size, | name: size, sliding: false, | 33:28: cookies[3].sliding goes with exempt: AUDIENCE_EXEMPT only
  partitioned: true | partitioned: yes | 34:115: cookies[4].partitioned is "yes"; allowed: true or false
  """)
  void refusesWhatIsNotDeclaredInFull(String piece, String other, String message) {
    assertEquals(List.of("consent.yaml:" + message), Policies.refusals(piece, other));
  }

  @DisplayName("CK-08: an exempt audience measurement meets every condition")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  firstParty: true, | `` | 35:5: cookies[5].firstParty is missing; allowed: true, as an exempt audience measurement must be
  firstParty: true | firstParty: ~ | 35:123: cookies[5].firstParty is missing; allowed: true, as an exempt audience measurement must be
  firstParty: true | firstParty: yes | 35:135: cookies[5].firstParty is "yes"; allowed: true or false
  firstParty: true | firstParty: false | 35:135: cookies[5].firstParty is false; allowed: true, as an exempt audience measurement must be
  thirdPartyAccess: false, firstParty | thirdPartyAccess: true, provider: google, firstParty | 35:116: cookies[5].thirdPartyAccess is true; allowed: false, as an exempt audience measurement must be
  thirdPartyAccess: false, firstParty | firstParty | 35:5: cookies[5].thirdPartyAccess is missing; allowed: false, as an exempt audience measurement must be
  thirdPartyAccess: false, firstParty | thirdPartyAccess: no, firstParty | 35:116: cookies[5].thirdPartyAccess is "no"; allowed: true or false
  sliding: false | sliding: true | 35:150: cookies[5].sliding is true; allowed: false, as an exempt audience measurement must be
  sliding: false | sliding: no | 35:150: cookies[5].sliding is "no"; allowed: true or false
  sliding: false, | `` | 35:5: cookies[5].sliding is missing; allowed: false, as an exempt audience measurement must be
  dataRetention: P25M | dataRetention: P26M | 35:172: cookies[5].dataRetention is "P26M"; allowed: an ISO 8601 period up to P25M
  dataRetention: P25M | dataRetention: P751D | 35:172: cookies[5].dataRetention is "P751D"; allowed: an ISO 8601 period up to P25M
  dataRetention: P25M, | `` | 35:5: cookies[5].dataRetention is missing; allowed: an ISO 8601 period up to P25M
  reviewedOn: 2026-10-01 | reviewedOn: 2026-11-23 | 35:190: cookies[5].reviewedOn is "2026-11-23"; allowed: a past day such as 2026-11-22
  reviewedOn: 2026-10-01 | reviewedOn: October | 35:190: cookies[5].reviewedOn is "October"; allowed: a past day such as 2026-11-22
  , reviewedOn: 2026-10-01 | `` | 35:5: cookies[5].reviewedOn is missing; allowed: a past day such as 2026-11-22
  why: counts visits for us alone, | `` | 35:5: cookies[5].why is missing; allowed: one line that justifies the exemption
  lifetime: P13M, thirdPartyAccess: false, first | thirdPartyAccess: false, first | 35:5: cookies[5].lifetime is missing; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  P13M, thirdPartyAccess: false, first | P391D, thirdPartyAccess: false, first | 35:92: cookies[5].lifetime is "P391D"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  P13M, thirdPartyAccess: false, first | P14M, thirdPartyAccess: false, first | 35:92: cookies[5].lifetime is "P14M"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  """)
  void refusesAnAudienceMeasurementThatIsNotExempt(String piece, String other, String message) {
    assertEquals(List.of("consent.yaml:" + message), Policies.refusals(piece, other));
  }

  @DisplayName("CK-08: a review 12 months ago is stale, a day less is not")
  @ParameterizedTest
  @CsvSource({
    "2025-11-21, true",
    "2025-11-22, true",
    "2025-11-23, false",
    "2026-11-22, false",
    "1970-01-01, true"
  })
  void warnsOfAStaleReview(String day, boolean stale) {
    ConsentPolicy policy = Policies.parse(Policies.with("2026-10-01", day));

    assertEquals(stale, policy.warnings().toString().contains("35, column=190"));
    assertEquals(
        stale, policy.warnings().toString().contains("is " + day + ", 12 months ago or more"));
  }

  @DisplayName("CK-07: an override is accepted, warned of and visible")
  @Test
  void showsAnOverride() {
    ConsentPolicy policy = Policies.valid();

    assertEquals(
        List.of(
            "consent.yaml:37:13: cookies[7] covers __stripe_mid, a well-known tracker of Stripe,"
                + " declared exempt because \"on the payment page only, checked 2026-09\""),
        policy.warnings().stream().map(warning -> warning.in(Policies.PLACE)).toList());
    assertEquals(
        "on the payment page only, checked 2026-09",
        policy.rule("__stripe_mid").orElseThrow().override().orElseThrow());
  }

  @DisplayName("CK-07, T05: a well-known tracker is not declared exempt silently")
  @ParameterizedTest
  @CsvSource({
    "_ga, Google Analytics",
    "_ga_X1, Google Analytics",
    "_g*, Google Analytics",
    "*_id, Google Analytics",
    "_hjSession_1, Hotjar",
    "NID, Google",
    "MUID, Microsoft",
    "_pk_id.1, Matomo"
  })
  void refusesATrackerAsNecessary(String name, String owner) {
    List<String> lines = Policies.refusals("\"cart-*\"", "\"" + name + "\"");

    assertEquals(1, lines.size());
    assertTrue(
        lines.get(0).startsWith("consent.yaml:32:13: cookies[2].name is \"" + name),
        lines::toString);
    assertTrue(lines.get(0).contains("a well-known tracker of " + owner), lines::toString);
  }

  @DisplayName("case 10: a name that only resembles a tracker is no tracker")
  @ParameterizedTest
  @CsvSource({"_gallery", "my_ga", "nid", "ga", "_pk", "stripe_mid"})
  void acceptsANameThatOnlyResembles(String name) {
    ConsentPolicy policy = Policies.parse(Policies.with("\"cart-*\"", name));

    assertTrue(policy.rule(name).isPresent());
  }

  @DisplayName("CK-07, CK-08: the exempt kind of audience measurement is no excuse for any other")
  @Test
  void refusesAnotherTrackerAsExemptAudience() {
    assertTrue(Policies.refusals("_pk_id*", "_gid").get(0).contains("Google Analytics"));
  }

  @DisplayName("UI-12: the policy of a provider may stand at another cookie or service of it")
  @Test
  void findsThePolicyOfAProviderElsewhere() {
    String yaml =
        Policies.with("name: size", "name: x, provider: vimeo")
            .replace("false, domains", "true, domains");

    assertEquals(8, Policies.parse(yaml).cookies().size());
  }

  @DisplayName("the names of the gateway are free where the gateway does not use them")
  @Test
  void knowsWhichOwnNamesAreInUse() {
    String named = Policies.with("name: size", "name: consent");

    assertTrue(Policies.parse(named).rule("consent").isPresent());
    assertEquals(
        List.of(
            "consent.yaml:33:13: cookies[3].name is \"consent\"; allowed: a name that the gateway does not use"),
        Policies.refusals(
            named
                .replace("https://www.example.fr", "http://localhost:8080")
                .replace(", domains: [example.fr]", "")));
  }
}
