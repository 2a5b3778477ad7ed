package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mean input: each mistake makes one sentence, with its place and what is allowed instead. */
class WrongInputTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
  name: Exemple SAS | name: *sas | 3:9: an alias stands here; allowed: the value itself
  policy: { version | policy: { <<: {a: b}, version | 8:11: unknown key "<<" in policy; allowed: version
  dpo: dpo@example.fr | dpo: dpo@example.fr\\n"dpo": x@example.fr | 7:1: the key "dpo" is written twice; the first is on line 6
  lifetime: P7D | lifetime: P7D, lifetime: P8D | 32:75: the key "lifetime" is written twice; the first is on line 32
  dpo: dpo@example.fr | dpo: dpo@example.fr\\n[a, b]: c | 7:2: the file is no YAML: Expected a field name (Scalar value in YAML)
  dpo: dpo@example.fr | dpo: dpo@example.fr\\n\\tx: y | 7:1: the file is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nbindToConsent: yes | 7:16: bindToConsent is "yes"; allowed: true or false
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nbindToConsent: | 7:1: bindToConsent is missing; allowed: true or false
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nbindToConsent: [true] | 7:16: bindToConsent must be a text that is not blank; allowed: true or false
  dpo: dpo@example.fr | dpo: dpo@example.fr\\nbindtoconsent: true | 7:1: unknown key "bindtoconsent" in the file; did you mean bindToConsent?
  site: https://www.example.fr | site: 7 | 1:7: site is "7"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: https://www.example.fr/shop | 1:7: site is "https://www.example.fr/shop"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: https://www.example.fr:443 | 1:7: site is "https://www.example.fr:443"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: https://www.example.fr:99999 | 1:7: site is "https://www.example.fr:99999"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: www.example.fr | 1:7: site is "www.example.fr"; allowed: an origin such as https://www.example.fr (http only on localhost)
  site: https://www.example.fr | site: [https://www.example.fr] | 1:7: site must be a text that is not blank; allowed: an origin such as https://www.example.fr (http only on localhost)
  dpo: dpo@example.fr | dpo: { mail: dpo@example.fr } | 6:6: dpo must be a text that is not blank; allowed: an e-mail address, or an https address
  languages: [fr, en] | languages: [fr, en, iw] | 9:21: languages is "iw"; allowed: language tags such as fr or pt-BR
  languages: [fr, en] | languages: { fr: en } | 9:12: languages must be a list
  version: 2 | version: 1.0 | 18:14: purposes.audience.version is "1.0"; allowed: a whole number from 1 to 999999
  version: 2 | version: -1 | 18:14: purposes.audience.version is "-1"; allowed: a whole number from 1 to 999999
  version: 2 | version: [2] | 18:14: purposes.audience.version must be a text that is not blank; allowed: a whole number from 1 to 999999
  version: 2 | version: ~ | 18:5: purposes.audience.version is missing; allowed: a whole number from 1 to 999999
  title: { fr: Vidéos, en: Videos } | title: Videos | 25:12: purposes.video.title must be a mapping of keys to values
  en: Videos } | en: [Videos] } | 25:30: purposes.video.title.en must be a text that is not blank; allowed: a text in each of the languages
  lifetime: P7D | lifetime: ~ | 32:60: cookies[2].lifetime is missing; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: P400D | 32:70: cookies[2].lifetime is "P400D"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: P14M | 32:70: cookies[2].lifetime is "P14M"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: P-7D | 32:70: cookies[2].lifetime is "P-7D"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: P-1Y13M | 32:70: cookies[2].lifetime is "P-1Y13M"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: P1Y-1M | 32:70: cookies[2].lifetime is "P1Y-1M"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: 604800 | 32:70: cookies[2].lifetime is "604800"; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  lifetime: P7D | lifetime: [P7D] | 32:70: cookies[2].lifetime must be a text that is not blank; allowed: session, or an ISO 8601 period from PT1S to P13M, which is 390 days
  name: size | name: "_*ga" | 33:13: cookies[3].name is "_*ga"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: "*" | 33:13: cookies[3].name is "*"; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  name: size | name: { a: b } | 33:13: cookies[3].name must be a text that is not blank; allowed: a token (RFC 9110) of at most 256 characters such as sid, its beginning such as sid*, or its end such as *sid
  purposes: [preferences] | purposes: [nope] | 33:30: cookies[3].purposes names the unknown purpose "nope"; allowed: preferences, audience, video
  purposes: [preferences] | purposes: ["preferences "] | 33:30: cookies[3].purposes names the unknown purpose "preferences "; did you mean preferences?
  purposes: [preferences] | purposes: { preferences: true } | 33:29: cookies[3].purposes must be a list
  purposes: [preferences] | purposes: [[preferences]] | 33:30: cookies[3].purposes must be a text that is not blank
  partitioned: true | partitioned: ~ | 34:102: cookies[4].partitioned is missing; allowed: true or false
  partitioned: true | partitioned: "True" | 34:115: cookies[4].partitioned is "True"; allowed: true or false
  domains: [example.fr] | domains: example.fr | 33:94: cookies[3].domains must be a list
  domains: [example.fr] | domains: [.example.fr] | 33:95: cookies[3].domains is ".example.fr"; allowed: the host of https://www.example.fr, or a domain above it
  override: "on the payment page only, checked 2026-09" | override: true | 37:107: cookies[7].override is "true"; allowed: the reason, in words
  dataRetention: P25M | dataRetention: P-1M | 35:172: cookies[5].dataRetention is "P-1M"; allowed: an ISO 8601 period up to P25M
  reviewedOn: 2026-10-01 | reviewedOn: 2026-02-30 | 35:190: cookies[5].reviewedOn is "2026-02-30"; allowed: a past day such as 2026-11-22
  hosts: [www.youtube-nocookie.com, "*.ytimg.com"] | hosts: [] | 39:61: services[0].hosts is empty; allowed: a list of host names
  hosts: [www.youtube-nocookie.com, "*.ytimg.com"] | hosts: ["www.*.com"] | 39:62: services[0].hosts is "www.*.com"; allowed: a host name such as www.example.fr or *.example.fr
  policyUrl: "https://policies.google.com/privacy" | policyUrl: "javascript:alert(1)" | 39:115: services[0].policyUrl is "javascript:alert(1)"; allowed: an https address such as https://www.example.fr/privacy
  name: Accept-CH | name: X-Frame-Options | 41:13: headers[0].name is "X-Frame-Options"; allowed: one of Accept-CH, Critical-CH, Observe-Browsing-Topics, Attribution-Reporting-Register-*, Shared-Storage-Write, NEL, Report-To, Use-As-Dictionary
  name: Accept-CH | name: "*" | 41:13: headers[0].name is "*"; allowed: one of Accept-CH, Critical-CH, Observe-Browsing-Topics, Attribution-Reporting-Register-*, Shared-Storage-Write, NEL, Report-To, Use-As-Dictionary
  name: Accept-CH | name: attribution-reporting-register-source | 42:13: headers[1].name "attribution-reporting-register-source" is declared above already
  - { name: Accept-CH, purposes: [audience] } | - Accept-CH | 41:5: headers[0] must be a mapping of keys to values
  """)
  void makesOneSentenceOfEachMistake(String piece, String other, String message) {
    assertEquals(
        List.of("consent.yaml:" + message), Policies.refusals(piece, other.replace("\\t", "\t")));
  }

  static Stream<Arguments> noTexts() {
    String plain = Policies.YAML.replaceAll("[^\\x00-\\x7f]", "e");
    String none = "the file is not UTF-8 text";
    return Stream.of(
        argumentSet(
            "UTF-16 with its mark", bytes("\uFEFF" + plain, StandardCharsets.UTF_16LE), none),
        argumentSet("UTF-16LE", bytes(plain, StandardCharsets.UTF_16LE), none),
        argumentSet("UTF-16BE", bytes(plain, StandardCharsets.UTF_16BE), none),
        argumentSet("UTF-32", bytes(plain, Charset.forName("UTF-32BE")), none),
        argumentSet("Latin-1", bytes(Policies.YAML, StandardCharsets.ISO_8859_1), none),
        argumentSet("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}, none),
        argumentSet(
            "10 MB",
            bytes("#".repeat(10_000_000), StandardCharsets.UTF_8),
            "the file is too large; allowed: 1 MiB"));
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  @ParameterizedTest
  @MethodSource("noTexts")
  void refusesWhatIsNoText(byte[] bytes, String message) {
    PolicyException refusal =
        assertThrows(
            PolicyException.class, () -> ConsentPolicy.read(bytes, "consent.yaml", Policies.CLOCK));

    assertEquals("consent.yaml: " + message, refusal.getMessage());
  }

  @DisplayName("a mark that nobody sees in the file is seen in the message")
  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", "\u200b", "\u202e", "\u2066"})
  void showsWhatCannotBeSeen(String mark) {
    String yaml = Policies.with("dpo: dpo@example.fr", "dpo: dpo@example.fr\n" + mark + "dpo: x");

    PolicyException refusal = assertThrows(PolicyException.class, () -> Policies.parse(yaml));

    assertEquals(
        "consent.yaml:7:1: unknown key \"?dpo\" in the file; did you mean dpo?",
        refusal.getMessage());
  }

  @DisplayName("a name of 256 characters is read, one of 257 is refused")
  @Test
  void boundsNames() {
    String longest = "n".repeat(255) + "*";

    assertTrue(
        Policies.parse(Policies.with("name: size", "name: " + longest))
            .rule("n".repeat(300))
            .isPresent());
    assertEquals(1, Policies.refusals("name: size", "name: n" + longest).size());
  }

  @DisplayName("numbers, switches and dates are the names that they are written as")
  @ParameterizedTest
  @CsvSource({"123", "1e3", "0x10", "1_000", "true", "no", "2026-11-22", "1.10"})
  void takesANameAsItIsWritten(String name) {
    assertTrue(Policies.parse(Policies.with("name: size", "name: " + name)).rule(name).isPresent());
  }

  @DisplayName("of two rules that match, the exact one goes first, then the longer one")
  @Test
  void takesOverlappingRules() {
    String more =
        """
          - { name: "si*", exempt: CART, why: keeps the basket, lifetime: P1D }
          - { name: "siz*", exempt: CART, why: keeps the basket, lifetime: P1D }
        """;
    ConsentPolicy policy = Policies.parse(Policies.with("cookies:\n", "cookies:\n" + more));

    assertEquals("size", policy.rule("size").orElseThrow().name());
    assertEquals("siz*", policy.rule("sizes").orElseThrow().name());
    assertEquals("si*", policy.rule("six").orElseThrow().name());
  }
}
