package io.github.consentgateway.policy;

import static io.github.consentgateway.policy.Cookies.assertAllowed;
import static io.github.consentgateway.policy.Cookies.assertDropped;

import io.github.consentgateway.cookie.SetCookie;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers demand of attributes. */
class JudgeAttributesTest {

  private static final String RULES =
      """
      cookies:
        - { name: "__*", exempt: AUTHENTICATION, why: keeps the visitor signed in, lifetime: P1D, override: a test of prefixes }
      """;

  private final ConsentPolicy policy = Policies.parse(Policies.with("cookies:\n", RULES));
  private final ConsentPolicy local = policy.withSite("http://localhost");
  private final Consent nobody = Consent.undecided();

  @DisplayName("cases 11, 59: a name whose prefix is not honoured is dropped")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Secure-x=1",
        "__secure-x=1; HttpOnly",
        "__SECURE-X=1",
        "__Host-x=1; Secure",
        "__Host-x=1; Path=/",
        "__Host-x=1; Secure; Path=/shop",
        "__Host-x=1; Secure; Path=/; Domain=www.example.fr",
        "__HOST-x=1; Secure; Path=/shop",
        "__Http-x=1; Secure",
        "__Http-x=1; HttpOnly",
        "__Host-Http-x=1; Secure; Path=/",
        "__host-http-x=1; Secure; HttpOnly",
        "__Host-Http-x=1; Secure; HttpOnly; Path=/; Domain=example.fr"
      })
  void dropsABrokenPrefix(String text) {
    assertDropped(Reason.PREFIX_RULE, Cookies.judge(policy, text, nobody));
  }

  @DisplayName("case 59: a name whose prefix is honoured leaves as it is")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Secure-x=1; Secure",
        "__Host-x=1; Secure; Path=/",
        "__Http-x=1; Secure; HttpOnly",
        "__Host-Http-x=1; Secure; HttpOnly; Path=/",
        "__Other-x=1",
        "__x=1"
      })
  void allowsAnHonouredPrefix(String text) {
    assertAllowed(text, Cookies.judge(policy, text, nobody));
  }

  @DisplayName("cases 57, 58: Secure is added on https, and the cookie dropped without")
  @ParameterizedTest
  @CsvSource({
    "cart-1=1; SameSite=None",
    "cart-1=1; samesite=none",
    "cart-1=1; Partitioned",
    "cart-1=1; SameSite=Lax; Partitioned"
  })
  void makesCrossSiteCookiesSecure(String text) {
    String read = Cookies.cookie(text).text();

    assertAllowed(read + "; Secure", Cookies.judge(policy, text, nobody));
    assertDropped(Reason.INSECURE_CROSS_SITE, Cookies.judge(local, text, nobody));
    assertAllowed(read + "; Secure", Cookies.judge(local, text + "; Secure", nobody));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cart-1=1; SameSite=Lax", "cart-1=1; SameSite=Strict", "cart-1=1"})
  void leavesSameSiteCookiesWithoutSecure(String text) {
    assertAllowed(text, Cookies.judge(policy, text, nobody));
    assertAllowed(text, Cookies.judge(local, text, nobody));
  }

  @DisplayName("cases 62, 63: Secure over plain http and another domain are the browser's business")
  @Test
  void leavesForeignDomainsToTheBrowser() {
    assertAllowed("cart-1=1; Secure", Cookies.judge(local, "cart-1=1; Secure", nobody));
    assertAllowed("cart-1=1; Domain=fr", Cookies.judge(policy, "cart-1=1; Domain=fr", nobody));
  }

  @DisplayName("cases 54, 55, 56: a part that smuggles in another is dropped")
  @Test
  void dropsInjectedAttributes() {
    for (SetCookie.Builder builder :
        new SetCookie.Builder[] {
          SetCookie.builder("cart-1", "1").attribute("Path", "/; Domain=evil.test"),
          SetCookie.builder("cart-1", "1").attribute("X", "y; Domain=evil.test"),
          SetCookie.builder("cart-1", "1; Domain=evil.test"),
          SetCookie.builder("cart-1=x; y", "1")
        }) {
      assertDropped(
          Reason.DELIMITER,
          policy.judge(builder.build(), nobody, FirstDeposits.none(), Policies.NOW));
    }
  }

  @DisplayName("the purpose is judged before the attributes")
  @Test
  void judgesThePurposeFirst() {
    assertDropped(Reason.PURPOSE_NOT_GRANTED, Cookies.judge(local, "_ga=1; Partitioned", nobody));
  }
}
