package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("PV-03: what is material changes the fingerprint, what is editorial does not")
class FingerprintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  https://www.example.fr | https://shop.example.fr
  version: 2 | version: 3
  purposes: [preferences] | purposes: [audience]
  lifetime: P7D | lifetime: P8D
  lifetime: session | lifetime: P1D
  policy: | `bindToConsent: true\npolicy:`
  name: size | name: sizes
  exempt: CART | exempt: PAYWALL_QUOTA
  paths: [/, /shop] | paths: [/]
  domains: [example.fr] | domains: []
  partitioned: true | partitioned: false
  provider: vimeo | provider: dailymotion
  P13M, thirdPartyAccess: false, domains | P13M, thirdPartyAccess: true, provider: google, domains
  dataRetention: P25M | dataRetention: P24M
  "*.ytimg.com" | "*.youtube.com"
  country: US | country: IE
  purpose: video | purpose: audience
  name: Accept-CH | name: Critical-CH
  """)
  void changesWithWhatIsMaterial(String piece, String other) {
    String changed = Policies.with(piece, other.replace("\\n", "\n"));

    assertNotEquals(Policies.valid().fingerprint(), Policies.parse(changed).fingerprint());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  dpo: dpo@example.fr | dpo: delegate@example.fr
  "2026-11-22" | "2026-12-01"
  Count the pages seen | Count the pages viewed
  why: keeps the basket | why: keeps what is in the basket
  lifetime: P1Y1M | lifetime: P13M
  paths: [/, /shop] | paths: [/shop, /]
  languages: [fr, en] | languages: [en, fr]
  purposes: [video, audience] | purposes: [audience, video]
  reviewedOn: 2026-10-01 | reviewedOn: 2026-11-01
  policy: | `bindToConsent: false\npolicy:`
  """)
  void staysWithWhatIsEditorial(String piece, String other) {
    String changed = Policies.with(piece, other.replace("\\n", "\n"));

    assertEquals(Policies.valid().fingerprint(), Policies.parse(changed).fingerprint());
  }

  @Test
  void staysWhenTheOrderChanges() {
    String size =
        Policies.YAML.lines().filter(line -> line.contains("name: size")).findAny().orElseThrow();
    String moved = Policies.with(size + "\n", "").replace("cookies:\n", "cookies:\n" + size + "\n");

    assertEquals(Policies.valid().fingerprint(), Policies.parse(moved).fingerprint());
  }

  @DisplayName("choices kept as proof name their policy alike, whatever the release")
  @Test
  void isTheSameInEveryRelease() {
    String head = Policies.YAML.substring(0, Policies.YAML.indexOf("purposes:"));

    // The first 128 bits of SHA-256 over "4:site 22:https://www.example.fr".
    assertEquals("GepabAFR6pvfLxKE4aDvbg", Policies.parse(head).fingerprint());
  }

  @Test
  void isShortAndFitForAToken() {
    assertTrue(Policies.valid().fingerprint().matches("[A-Za-z0-9_-]{22}"));
  }
}
