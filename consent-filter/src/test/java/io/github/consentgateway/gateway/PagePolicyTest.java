package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.page.Fetching;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the question loads under the policy that a page has. */
class PagePolicyTest {

  private static final String FIELD = "Content-Security-Policy";

  private static Fetching under(String... policies) {
    Stage.Head head = new Stage.Head();
    for (String policy : policies) {
      head.add(FIELD, policy);
    }
    return PagePolicy.of(head, Stage.SITE).fetching();
  }

  @Test
  void pageWithoutAPolicyAllowsAll() {
    assertEquals(Fetching.free(), under());
    assertEquals(Fetching.free(), under(" ; ,"));
    assertEquals(Fetching.free(), under("img-src 'none'"));
  }

  @ParameterizedTest
  @DisplayName("style, script and sending, each by its own directive or the default")
  @CsvSource(
      delimiter = '|',
      value = {
        "default-src 'none'; script-src 'self'; style-src 'self' | true  | true  | false",
        "default-src 'self'                                      | true  | true  | true",
        "default-src 'none'                                      | false | false | false",
        "DEFAULT-SRC 'SELF'                                      | true  | true  | true",
        "default-src 'self'; connect-src                         | true  | true  | false",
        "default-src *                                           | true  | true  | true",
        "default-src https:                                      | true  | true  | true",
        "default-src http:                                       | true  | true  | true",
        "default-src data:                                       | false | false | false",
        "script-src https://www.example.fr                       | true  | true  | true",
        "script-src http://www.example.fr                        | true  | true  | true",
        "script-src www.example.fr:443                           | true  | true  | true",
        "script-src www.example.fr:*                             | true  | true  | true",
        "script-src www.example.fr:8443                          | true  | false | true",
        "script-src *.example.fr                                 | true  | true  | true",
        "script-src *.www.example.fr                             | true  | false | true",
        "script-src cdn.example.com                              | true  | false | true",
        "script-src www.example.fr/                              | true  | true  | true",
        "script-src www.example.fr/static/                       | true  | false | true",
        "script-src 'nonce-abc'                                  | true  | true  | true",
        "script-src 'self' 'strict-dynamic'                      | true  | false | true",
        "script-src 'strict-dynamic' 'nonce-abc'                 | true  | true  | true",
        "script-src 'unsafe-inline'                              | true  | false | true",
        "style-src 'unsafe-inline'                               | false | true  | true",
        "style-src 'sha256-abc'                                  | false | true  | true",
        "style-src-elem 'self'; style-src 'none'                 | true  | true  | true",
        "script-src-elem 'none'; script-src 'self'               | true  | false | true",
        "script-src 'none'; script-src 'self'                    | true  | false | true",
      })
  void loadsWhatIsAllowed(String policy, boolean style, boolean script, boolean connection) {
    Fetching fetching = under(policy);

    assertEquals(style, fetching.style(), "style");
    assertEquals(script, fetching.script(), "script");
    assertEquals(connection, fetching.connection(), "connection");
  }

  @Test
  @DisplayName("several policies all count, in one field or in several")
  void policiesIntersect() {
    assertFalse(under("script-src 'self'", "script-src 'none'").script());
    assertFalse(under("script-src 'self', script-src 'none'").script());
    assertTrue(under("script-src 'self'", "style-src 'none'").script());
  }

  @Test
  @DisplayName("the nonce of the page's policy is on what is loaded")
  void nonceIsCarried() {
    assertEquals("r4nd0m+/=", under("script-src 'nonce-r4nd0m+/='").nonce());
    assertEquals("x", under("style-src 'self'; default-src 'nonce-x'").nonce());
    assertEquals("", under("script-src 'nonce-open").nonce());

    String page = page("script-src 'nonce-a\"b'; style-src 'nonce-a\"b'");
    assertTrue(page.contains(".css\" nonce=\"a&#34;b\">"), page);
    assertTrue(page.contains("defer nonce=\"a&#34;b\" data-base"), page);
    String other = page("script-src 'nonce-c'; style-src 'nonce-c'");
    assertTrue(other.contains(".css\" nonce=\"c\">"), other);
    assertFalse(page("").contains("nonce"));
  }

  @Test
  @DisplayName(
      "what may not be loaded is left out, and the script leaves the sending to the browser")
  void nothingIsReported() {
    String bare = page("default-src 'none'");
    assertFalse(bare.contains("<link"), bare);
    assertFalse(bare.contains("<script"), bare);
    assertTrue(bare.contains("Tout refuser"), bare);

    String strict = page("default-src 'none'; script-src 'self'; style-src 'self'");
    assertTrue(strict.contains("data-native"), strict);
    assertFalse(page("default-src 'self'").contains("data-native"));
  }

  private static String page(String policy) {
    Stage.Head head = new Stage.Head();
    head.set("Content-Type", "text/html; charset=utf-8");
    head.set(FIELD, policy);
    return new Stage().page(Stage.get("/"), head, "<html lang=fr><body></body></html>");
  }
}
