package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy file at the limits of what it may say, and just beyond. */
class PolicyLimitsTest {

  @Test
  @DisplayName("PV-01: a version travels with every visitor, so it is short")
  void versionIsShort() {
    String longest = "v".repeat(64);
    assertEquals(longest, Policies.parse(Policies.with("2026-11-22", longest)).version());
    String refusal = Policies.refusals("2026-11-22", longest + "v").get(0);
    assertTrue(refusal.contains("policy.version is "), refusal);
  }

  @DisplayName("a key that nobody knows is refused wherever it stands")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nzzz: 1 | the file
  contact: privacy@example.fr | contact: privacy@example.fr\\n  zzz: 1 | controller
  { name: CNIL, | { name: CNIL, zzz: 1, | authority
  { version: "2026-11-22" } | { version: "2026-11-22", zzz: 1 } | policy
  version: 2 | version: 2\\n    zzz: 1 | purposes.audience
  { name: size, | { name: size, zzz: 1, | cookies[3]
  { id: youtube, | { id: youtube, zzz: 1, | services[0]
  { name: Accept-CH, | { name: Accept-CH, zzz: 1, | headers[0]
  """)
  void refusesKeysThatItDoesNotKnow(String piece, String other, String where) {
    List<String> lines = Policies.refusals(piece, other);

    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains(": unknown key \"zzz\" in " + where), lines::toString);
  }

  @DisplayName("no legal basis is chosen, wherever the key stands")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nlegalBasis: CONSENT | legalBasis
  version: 2 | version: 2\\n    legalBasis: CONSENT | purposes.audience.legalBasis
  { name: size, | { name: size, legalBasis: CONSENT, | cookies[3].legalBasis
  { id: youtube, | { id: youtube, legalBasis: CONSENT, | services[0].legalBasis
  { name: Accept-CH, | { name: Accept-CH, legalBasis: CONSENT, | headers[0].legalBasis
  """)
  void refusesALegalBasis(String piece, String other, String path) {
    List<String> lines = Policies.refusals(piece, other);

    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains(": " + path + " cannot be chosen: "), lines::toString);
  }

  @DisplayName("1 MiB of octets is read, one octet more is refused, however few its characters")
  @Test
  void measuresTheFileInOctets() {
    String text = Policies.YAML + "#" + "é".repeat(1000);
    int octets = text.getBytes(StandardCharsets.UTF_8).length;
    String largest = text + "#".repeat(PolicyText.LONGEST - octets);

    assertEquals(8, read(largest).cookies().size());
    PolicyException refusal = assertThrows(PolicyException.class, () -> read(largest + "#"));
    assertEquals("consent.yaml: the file is too large; allowed: 1 MiB", refusal.getMessage());
  }

  private static ConsentPolicy read(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return ConsentPolicy.read(octets, Policies.PLACE, Policies.CLOCK);
  }

  @DisplayName("UI-02: a description of 40 characters may do, one of 39 says too little")
  @Test
  void measuresDescriptions() {
    String french = "Retenir la taille du texte et la devise que vous choisissez sur ce site.";
    String shortest = "Retenir la taille du texte et la devise.";

    assertEquals(40, shortest.length());
    ConsentPolicy policy = Policies.parse(Policies.with(french, "\" " + shortest + " \""));
    assertEquals(shortest, policy.purposes().get(0).description().get("fr"));
    assertEquals(1, Policies.refusals(french, shortest.substring(1)).size());
  }

  @DisplayName("what was written is quoted up to 60 characters")
  @Test
  void quotesAtMost60Characters() {
    String longest = "x".repeat(60);

    assertEquals("\"" + longest + "\"", Problems.quote(longest));
    assertEquals("\"" + longest + "…\"", Problems.quote(longest + "x"));
  }

  @DisplayName("a path may hold what is printable in ASCII, but for a semicolon")
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/, true",
        "/!:<~, true",
        "/a b, false",
        "/\\x1F, false",
        "/\\x7F, false",
        "/\\x80, false",
        "/;, false",
        "a/, false"
      })
  void takesPrintablePaths(String path, boolean taken) {
    String yaml = Policies.with("paths: [/, /shop]", "paths: [\"" + path + "\"]");

    if (taken) {
      assertEquals(List.of(path), Policies.parse(yaml).cookies().get(2).paths());
    } else {
      PolicyException refusal = assertThrows(PolicyException.class, () -> Policies.parse(yaml));
      assertEquals(1, refusal.problems().size());
      assertTrue(refusal.problems().get(0).message().startsWith("cookies[2].paths is "));
    }
  }

  @DisplayName("without languages the texts are not reported one by one")
  @Test
  void reportsMissingLanguagesOnce() {
    assertEquals(
        List.of(
            "consent.yaml:9:12: languages is empty; allowed: a list of language tags such as fr or pt-BR"),
        Policies.refusals("languages: [fr, en]", "languages: []"));
  }

  @DisplayName("an open pattern does not reach the names of the gateway, not even the first of all")
  @Test
  void keepsOwnNamesFromThePatterns() {
    String first =
        """
        cookies:
          - { name: "*-consent", purposes: [audience], lifetime: session, thirdPartyAccess: false }
        """;
    String yaml = Policies.with("cookies:\n", first);
    ConsentPolicy policy = Policies.parse(yaml.replace("\"_ga*\"", "\"__Host-*\""));

    assertEquals(Optional.empty(), policy.rule("__Host-consent"));
    assertEquals(Optional.empty(), policy.rule("__Host-consent-since-20261122"));
    assertEquals("*-consent", policy.rule("my-consent").orElseThrow().name());
    assertEquals("__Host-*", policy.rule("__Host-x").orElseThrow().name());
  }
}
