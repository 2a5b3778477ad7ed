package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the script spares, and what it tells the page. */
@Tag("browser")
class ScriptTest {

  private static final String LISTENERS =
      """
      window.heard = [];
      for (const name of ['ready', 'first', 'change', 'update', 'show', 'hide', 'error'])
        addEventListener('consent:' + name, event => heard.push(name));
      window.ConsentGatewayQ = [api => heard.push('queued ' + api.has('chat'))];
      window.dataLayer = [];
      """;

  private static final String STATE = "ConsentGateway.state()";

  private static Chromium browser;
  private static Gallery gallery;

  @BeforeAll
  static void open() {
    browser = Chromium.withScripts();
    browser.screen(1280, 850);
    browser.beforeEachPage(LISTENERS);
    gallery = Gallery.of(Look.layout("box"));
  }

  @AfterAll
  static void close() {
    browser.close();
    gallery.close();
  }

  @BeforeEach
  void visit() {
    browser.driver().manage().deleteAllCookies();
    browser.open(gallery.at("/en"));
  }

  @Test
  @DisplayName("a choice needs no reload, and the page stays where it is")
  void pageStaysWhereItIs() {
    browser.find("(window.scrollTo(0, 700), window.here = true)");
    browser.element(".consent-buttons [value=accept]").click();
    browser.await(STATE + ".decided");

    assertEquals("true", browser.find("window.here"));
    assertEquals("700", browser.find("Math.round(scrollY)"));
    assertEquals("0", browser.find("document.querySelectorAll('.consent-question').length"));
    assertEquals("BODY", browser.find("document.activeElement.tagName"), "where it stood");
    browser.await("document.querySelector('#consent-done').innerText.includes('Your choice of')");
    assertTrue(browser.element(".consent-control button").isDisplayed());
    assertEquals("4", browser.find(STATE + ".granted.length"));
  }

  @Test
  @DisplayName("withdrawing needs no reload either, and hides its button")
  void withdrawalNeedsNoReload() {
    browser.element(".consent-buttons [value=accept]").click();
    browser.await(STATE + ".granted.length == 4");
    browser.element(".consent-control button").click();
    browser.await(STATE + ".denied.length == 4");

    assertFalse(browser.element(".consent-control button").isDisplayed());
    browser.await("document.querySelector('#consent-done').innerText.includes('You refused')");
  }

  @Test
  @DisplayName("events come once each, in their order, and those who come late hear of ready")
  void eventsAreTold() {
    assertEquals("show,ready,update,queued false", browser.find("heard.join()"));
    browser.find("ConsentGateway.on('ready', state => heard.push('late ' + state.decided))");
    assertTrue(browser.find("heard.join()").endsWith("late false"));
    browser.find("(heard.length = 0)");
    browser.find("(ConsentGateway.accept(['chat']), 0)");
    browser.await(STATE + ".decided");
    browser.await("heard.includes('update')");

    assertEquals("hide,first,change,update", browser.find("heard.join()"));
    assertEquals("chat", browser.find(STATE + ".granted.join()"));
    assertEquals("consent_update", browser.find("dataLayer.at(-1).event"));
    browser.find("(heard.length = 0)");
    browser.find("(ConsentGateway.accept(['video', 'chat']), 0)");
    browser.await(STATE + ".granted.length == 2");
    browser.await("heard.includes('update')");
    assertEquals("change,update", browser.find("heard.join()"));
    browser.find("(heard.length = 0)");
    browser.find("(ConsentGateway.reject(), 0)");
    browser.await(STATE + ".granted.length == 0");
    browser.await("heard.includes('update')");
    assertEquals("change,update", browser.find("heard.join()"));
  }

  @Test
  @DisplayName("the state is a copy, and names neither token nor identifier")
  void stateIsHarmless() {
    browser.find("(ConsentGateway.accept(), 0)");
    browser.await(STATE + ".decided");
    browser.find("(" + STATE + ".granted.length = 0)");
    browser.open(gallery.at("/en"));

    assertEquals("true", browser.find("ConsentGateway.has('audience')"));
    assertEquals("false", browser.find("ConsentGateway.has('unknown')"));
    assertEquals(
        "decided,granted,denied,revision,time,expires,gpc",
        browser.find("Object.keys(" + STATE + ").join()"));
    assertEquals("", browser.find("document.cookie"));
    assertEquals("ready,update,queued true", browser.find("heard.join()"));
  }

  @Test
  @DisplayName("a listener can leave again")
  void listenersCanLeave() {
    browser.find(
        "(window.leave = ConsentGateway.on('update', () => heard.push('mine')), leave(), 0)");
    browser.find("(ConsentGateway.reject(), 0)");
    browser.await(STATE + ".decided");

    assertFalse(browser.find("heard.join()").contains("mine"));
  }

  @Test
  @DisplayName("where sending fails the browser sends the form itself")
  void browserTakesOver() {
    browser.find("(window.fetch = () => Promise.reject(new TypeError('blocked')))");
    browser.leaveBy(".consent-buttons [value=refuse]");

    assertEquals("#consent-done", browser.find("location.hash"));
    assertEquals("4", browser.find(STATE + ".denied.length"));
  }

  @Test
  @DisplayName("a failure of the interface is told to whoever called")
  void failureIsTold() {
    browser.find("(window.fetch = () => Promise.reject(new TypeError('blocked')))");
    browser.find("(ConsentGateway.accept().catch(e => heard.push('caught ' + e.message)), 0)");
    browser.await("heard.some(h => h.startsWith('caught'))");

    assertTrue(browser.find("heard.join()").endsWith("error,caught blocked"));
    assertEquals("false", browser.find(STATE + ".decided"));
  }

  @Test
  @DisplayName("a page that the browser has kept learns what was chosen meanwhile")
  void keptPageIsBroughtUpToDate() {
    browser.find(
        "(fetch('/consent', {method: 'POST', body: new URLSearchParams('choice=refuse')})"
            + ".then(() => dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))), 0)");
    browser.await(STATE + ".decided");

    assertEquals("0", browser.find("document.querySelectorAll('.consent-question').length"));
  }

  @Test
  @DisplayName("show leads to the question, or to the preference centre once it is answered")
  void questionCanBeShownAgain() {
    browser.find("(ConsentGateway.show(), 0)");
    assertEquals("SUMMARY", browser.find("document.activeElement.tagName"));
    browser.find("(ConsentGateway.reject(), 0)");
    browser.await(STATE + ".decided");
    browser.find("(ConsentGateway.show(), 0)");
    browser.await("location.pathname == '/consent'");

    assertEquals("?lang=en", browser.find("location.search"));
  }

  @Test
  @DisplayName("the confirmation can be closed")
  void confirmationCanBeClosed() {
    browser.element(".consent-buttons [value=refuse]").click();
    browser.await("document.querySelector('#consent-done').checkVisibility()");
    browser.element("#consent-done a").click();

    assertFalse(browser.element("#consent-done").isDisplayed());
  }

  @Test
  @DisplayName("without the script nothing is loaded for it, and everything works")
  void scriptCanBeLeftOut() {
    try (Gallery bare = Gallery.of(Look.layout("box").with("script: false"))) {
      browser.open(bare.at("/en"));
      assertEquals("0", browser.find("document.scripts.length"));
      browser.leaveBy(".consent-buttons [value=accept]");

      assertTrue(browser.element("#consent-done").isDisplayed());
      assertTrue(browser.element(".consent-control button").isDisplayed());
    }
  }
}
