package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The question works under the strictest policy that a page can have, and violates none. */
@Tag("browser")
class ContentSecurityPolicyTest {

  private static final String STRICTEST = "default-src 'none'; script-src 'self'; style-src 'self'";

  /** Violations of all pages of the tab, as the browser reports them to the page. */
  private static final String LISTENER =
      """
      addEventListener('securitypolicyviolation', event => sessionStorage.violations =
        (sessionStorage.violations || '') + event.violatedDirective + ' ' + event.blockedURI + ';');
      """;

  private static final String VIOLATIONS = "(sessionStorage.violations || '')";

  private static Chromium browser;

  @BeforeAll
  static void open() {
    browser = Chromium.withScripts();
    browser.screen(1280, 850);
    browser.beforeEachPage(LISTENER);
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  private static void visit(Gallery gallery, String path) {
    browser.driver().manage().deleteAllCookies();
    browser.open(gallery.at(path));
  }

  @ParameterizedTest
  @DisplayName("no violation while the question is shown, opened and answered, in every layout")
  @CsvSource({
    "box, accept",
    "box, refuse",
    "bar, accept",
    "modal, refuse",
    "inline, accept",
    "page, refuse",
  })
  void strictestPolicyHolds(String layout, String choice) {
    try (Gallery gallery = Gallery.of(Look.layout(layout).under(STRICTEST))) {
      visit(gallery, "/fr");
      assertEquals(
          "3px",
          browser.find(
              "(e => (e.focus(), getComputedStyle(e).outlineWidth))(document.querySelector('.consent-question a'))"));
      browser.element(".consent-question summary").click();
      browser.leaveBy(".consent-buttons [value=" + choice + "]");

      assertFalse(browser.has(".consent-question"));
      assertEquals(
          "true", browser.find("document.querySelector('#consent-done').checkVisibility()"));
      assertEquals("function", browser.find("typeof ConsentGateway.show"));
      assertEquals("", browser.find(VIOLATIONS));
    }
  }

  @ParameterizedTest
  @DisplayName("no violation under nonces, under a policy that lets nothing in, and under our own")
  @ValueSource(
      strings = {
        "default-src 'none'",
        "default-src 'none'; style-src 'nonce-r4nd0m'; script-src 'nonce-r4nd0m' 'strict-dynamic'",
        "default-src 'none'; style-src 'self'; script-src 'none'",
        "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
      })
  void otherPoliciesHold(String policy) {
    // The page's own style sheet lies elsewhere, so that the violations can only be ours.
    try (Gallery gallery = Gallery.of(Look.layout("box").under(policy))) {
      visit(gallery, "/fr");
      String ofThePage = browser.find("String(location.origin + '/page.css')");
      assertEquals(
          "", browser.find(VIOLATIONS).replaceAll("style-src[a-z-]* " + ofThePage + ";", ""));
      browser.find("(sessionStorage.violations = '')");
      browser.element(".consent-buttons [value=refuse]").click();
      browser.await("!document.querySelector('.consent-question')");
      assertEquals(
          "", browser.find(VIOLATIONS).replaceAll("style-src[a-z-]* " + ofThePage + ";", ""));
    }
  }

  @ParameterizedTest
  @DisplayName("the gateway's own pages keep to their own policy")
  @ValueSource(strings = {"/consent?lang=fr", "/consent/cookies?lang=fr", "/consent/nothing"})
  void ownPagesKeepToTheirs(String path) {
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      visit(gallery, path);

      assertEquals("", browser.find(VIOLATIONS));
      assertEquals("0", browser.find("document.querySelectorAll('[style], style, script').length"));
      assertTrue(
          browser
              .find("getComputedStyle(document.body).maxInlineSize + document.styleSheets.length")
              .endsWith("1"));
    }
  }

  @Test
  @DisplayName("positive control: a violation is noticed")
  void violationsAreNoticed() {
    try (Gallery gallery = Gallery.of(Look.layout("box").under(STRICTEST))) {
      visit(gallery, "/fr");
      browser.find("document.body.appendChild(new Image()).src = '/not-allowed.png'");
      browser.await(VIOLATIONS + ".includes('img-src')");
      browser.find("(sessionStorage.violations = '')");
    }
  }

  @ParameterizedTest
  @DisplayName("nothing in our markup is a script, a style or a handler")
  @ValueSource(strings = {"box", "bar", "modal", "inline", "page"})
  void markupIsPlain(String layout) {
    try (Gallery gallery = Gallery.of(Look.layout(layout))) {
      visit(gallery, "/fr");
      assertEquals(
          "",
          browser.find(
              "[...document.querySelectorAll('.consent-question, .consent-question *, .consent-control, .consent-control *')]"
                  + ".filter(e => /^(SCRIPT|STYLE)$/.test(e.tagName) || [...e.attributes].some("
                  + "a => a.name == 'style' || a.name.startsWith('on') || a.value.startsWith('javascript:')))"
                  + ".map(e => e.outerHTML).join()"));
      assertEquals("0", browser.find("document.querySelectorAll('script:not([src])').length"));
    }
  }
}
