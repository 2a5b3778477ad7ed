package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsentPolicyTest {

  private final ConsentPolicy policy = Policies.valid();

  @DisplayName("UI-23: who is responsible, and where to complain")
  @Test
  void readsTheHead() {
    assertEquals("https://www.example.fr", policy.site());
    assertEquals(
        new Controller("Exemple SAS", "1 rue de la Paix, 75002 Paris", "privacy@example.fr"),
        policy.controller());
    assertEquals("dpo@example.fr", policy.dpo());
    assertEquals(
        new Authority("CNIL", URI.create("https://www.cnil.fr/fr/plaintes")), policy.authority());
    assertEquals("2026-11-22", policy.version());
    assertEquals(List.of("fr", "en"), policy.languages());
  }

  @Test
  void readsThePurposesInOrder() {
    assertEquals(
        List.of("preferences", "audience", "video"),
        policy.purposes().stream().map(Purpose::id).toList());
    Purpose audience = policy.purpose("audience").orElseThrow();
    assertEquals(2, audience.version());
    assertEquals(Map.of("fr", "Mesure d'audience", "en", "Audience measurement"), audience.title());
    assertEquals(
        "Count the pages seen, by page and by day, to know which ones are of use.",
        audience.description().get("en"));
    assertEquals(Optional.empty(), policy.purpose("chat"));
  }

  @DisplayName("UI-13: duration and third-party access of each cookie")
  @Test
  void readsTheCookies() {
    assertEquals(
        new CookieRule(
            "*_player",
            Set.of("video", "audience"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofDays(30)),
            Optional.of("vimeo"),
            Optional.of(URI.create("https://vimeo.com/privacy")),
            true,
            List.of(),
            List.of("/"),
            false,
            Optional.empty(),
            Optional.empty()),
        policy.cookies().get(6));
    CookieRule session = policy.rule("JSESSIONID").orElseThrow();
    assertEquals(Optional.empty(), session.lifetime());
    assertEquals(Optional.of(ExemptClass.AUTHENTICATION), session.exempt());
    assertEquals(Optional.of("keeps the visitor signed in"), session.why());
    assertEquals(List.of("/", "/shop"), policy.rule("cart-7").orElseThrow().paths());
    assertEquals(List.of("example.fr"), policy.rule("size").orElseThrow().domains());
    CookieRule google = policy.rule("_ga").orElseThrow();
    assertTrue(google.partitioned() && google.thirdPartyAccess());
    assertEquals(Optional.of(ConsentPolicy.LONGEST_LIFE), google.lifetime());
    assertEquals(
        Optional.of(new CookieRule.Audience(Duration.ofDays(750), LocalDate.of(2026, 10, 1))),
        policy.rule("_pk_id.1").orElseThrow().audience());
  }

  @DisplayName("UI-12, TP-11: third parties with policy, country and safeguard")
  @Test
  void readsTheServicesAndHeaders() {
    assertEquals(
        List.of(
            new Service(
                "youtube",
                "video",
                "google",
                List.of("www.youtube-nocookie.com", "*.ytimg.com"),
                URI.create("https://policies.google.com/privacy"),
                "US",
                Optional.of("EU-US Data Privacy Framework"))),
        policy.services());
    assertEquals(new HeaderRule("Accept-CH", Set.of("audience")), policy.headers().get(0));
  }

  @Test
  void movesToAnotherSite() {
    ConsentPolicy local = policy.withSite("http://localhost:8080");

    assertEquals("http://localhost:8080", local.site());
    assertEquals(policy.cookies(), local.cookies());
    assertEquals(policy.warnings().size() + 1, local.warnings().size());
    assertTrue(local.warnings().get(1).in("x").startsWith("x: site is plain http"));
    assertEquals(policy.fingerprint(), local.withSite(policy.site()).fingerprint());
  }

  @Test
  void refusesToMoveToWhatIsNoOrigin() {
    PolicyException refusal =
        assertThrows(PolicyException.class, () -> policy.withSite("http://www.example.fr"));

    assertEquals(
        "site: \"http://www.example.fr\" is no origin; allowed: an origin such as"
            + " https://www.example.fr (http only on localhost)",
        refusal.getMessage());
  }

  @DisplayName("case 90: the session cookie of the container is exempt without being declared")
  @Test
  void addsAnExemptCookie() {
    ConsentPolicy more = policy.withExempt("SID", ExemptClass.AUTHENTICATION, "keeps the session");

    CookieRule rule = more.rule("SID").orElseThrow();
    assertEquals(Optional.of(ExemptClass.AUTHENTICATION), rule.exempt());
    assertEquals(Optional.of(ConsentPolicy.LONGEST_LIFE), rule.lifetime());
    Cookies.assertAllowed("SID=1", Cookies.judge(more, "SID=1", Consent.undecided()));
    assertEquals(Optional.empty(), policy.rule("SID"));
    assertThrows(
        PolicyException.class,
        () -> policy.withExempt("__Host-consent", ExemptClass.AUTHENTICATION, "keeps"));
  }

  @DisplayName("case 91: a declared session cookie stays as it is declared")
  @Test
  void leavesADeclaredCookieAlone() {
    assertSame(policy, policy.withExempt("size", ExemptClass.AUTHENTICATION, "keeps the session"));
    assertSame(policy, policy.withExempt("cart-9", ExemptClass.CART, "keeps the basket"));
  }
}
