package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everyone can use the question: in every layout, theme, layer and language. */
@Tag("browser")
class AccessibilityTest {

  private static final List<String> LAYOUTS = List.of("box", "bar", "modal", "inline", "page");
  private static final List<String> LANGUAGES = List.of("fr", "en", "ar");
  private static final Map<String, Gallery> GALLERIES = new HashMap<>();
  private static Chromium browser;

  @BeforeAll
  static void open() {
    browser = Chromium.withScripts();
    LAYOUTS.forEach(layout -> GALLERIES.put(layout, Gallery.of(Look.layout(layout))));
  }

  @AfterAll
  static void close() {
    browser.close();
    GALLERIES.values().forEach(Gallery::close);
  }

  private static void visit(String layout, String path) {
    browser.driver().manage().deleteAllCookies();
    browser.open(Objects.requireNonNull(GALLERIES.get(layout)).at(path));
  }

  static Stream<Arguments> looks() {
    return LAYOUTS.stream()
        .flatMap(
            layout ->
                Stream.of("light", "dark")
                    .flatMap(
                        colours -> LANGUAGES.stream().map(l -> Arguments.of(layout, colours, l))));
  }

  @ParameterizedTest
  @DisplayName("AX-01..AX-11: axe-core finds nothing, on either layer")
  @MethodSource("looks")
  void nobodyIsKeptOut(String layout, String colours, String language) {
    browser.screen(1280, 850, "prefers-color-scheme", colours);
    visit(layout, "/" + language);
    browser.picture("%s-%s-%s-desktop".formatted(layout, colours, language));
    assertEquals(List.of(), Axe.violations(browser), "first layer");

    browser.element(".consent-question summary").click();
    browser.picture("%s-%s-%s-desktop-open".formatted(layout, colours, language));
    assertEquals(List.of(), Axe.violations(browser), "second layer");

    browser.screen(390, 844, "prefers-color-scheme", colours);
    visit(layout, "/" + language);
    browser.picture("%s-%s-%s-phone".formatted(layout, colours, language));
    browser.screen(320, 568, "prefers-color-scheme", colours);
    assertEquals(List.of(), Axe.violations(browser), "smallest phone");
  }

  @ParameterizedTest
  @DisplayName("AX-01..AX-11: axe-core finds nothing on the gateway's own pages")
  @CsvSource({
    "/consent, light",
    "/consent, dark",
    "/consent/cookies, light",
    "/consent/cookies, dark",
    "/consent/nothing, light",
    "/consent/nothing, dark",
    "/consent/my-data, light",
    "/consent/my-data, dark",
    "/consent/versions, light",
    "/consent/versions, dark",
  })
  void ownPagesKeepNobodyOut(String path, String colours) {
    for (String language : LANGUAGES) {
      browser.screen(1280, 850, "prefers-color-scheme", colours);
      visit("box", path + "?lang=" + language);
      browser.picture("own%s-%s-%s".formatted(path.replace('/', '-'), colours, language));
      assertEquals(List.of(), Axe.violations(browser), language);
    }
    browser.screen(320, 568, "prefers-color-scheme", colours);
    assertEquals("true", browser.find(FITS), path + " at 320 px");
  }

  @ParameterizedTest
  @DisplayName(
      "AX-01..AX-11, DR-01: axe-core finds nothing on the pages of a visitor's own records")
  @CsvSource({"/consent/receipt, light", "/consent/my-data, light", "/consent/my-data, dark"})
  void ownRecordsKeepNobodyOut(String path, String colours) {
    for (String language : LANGUAGES) {
      browser.screen(1280, 850, "prefers-color-scheme", colours);
      visit("box", "/" + language);
      browser.element(".consent-buttons [value=accept]").click();
      browser.await("ConsentGateway.state().decided");
      browser.find("location.pathname = '" + path + "'");
      browser.await("!!document.querySelector('dl')");
      browser.picture("records%s-%s-%s".formatted(path.replace('/', '-'), colours, language));
      assertEquals(List.of(), Axe.violations(browser), language);
      browser.screen(320, 568, "prefers-color-scheme", colours);
      assertEquals("true", browser.find(FITS), path + " at 320 px");
    }
  }

  @Test
  @DisplayName("AX-08: the confirmation is a status, and axe-core finds nothing while it is shown")
  void confirmationKeepsNobodyOut() {
    browser.screen(1280, 850);
    visit("box", "/en");
    browser.element(".consent-buttons [value=accept]").click();
    browser.await("document.querySelector('#consent-done').innerText.includes('in force')");
    browser.picture("confirmation");

    assertEquals("status", browser.element("#consent-done").getDomAttribute("role"));
    assertEquals(List.of(), Axe.violations(browser));
  }

  @Test
  @DisplayName("positive control: axe-core trips on a box without a label and on grey on grey")
  void faultsAreFound() {
    browser.screen(1280, 850);
    visit("box", "/en");
    browser.find(
        "(document.querySelector('.consent-question label').outerHTML = '<input type=checkbox>',"
            + "document.querySelector('.consent-question h2').style = 'color:#999;background:#888')");
    browser.element(".consent-question summary").click();
    String found = Axe.violations(browser).toString();

    assertTrue(found.contains("label"), found);
    assertTrue(found.contains("color-contrast"), found);
  }

  private static final String FITS =
      "document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  /** Elements of the question whose text is cut off or lies outside of it. */
  private static final String LOST =
      "[...document.querySelectorAll('.consent-question :is(h2,p,li,button,summary,label,legend)')]"
          + ".filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 &&"
          + " getComputedStyle(e).display != 'inline')).map(e => e.outerHTML.slice(0, 60)).join()";

  @ParameterizedTest
  @DisplayName("AX-07: nothing is lost at 320 px, at 200 % zoom, and with the text spaced out")
  @CsvSource({"box", "bar", "modal", "inline", "page"})
  void textFitsIn(String layout) {
    for (int[] size : new int[][] {{320, 568}, {640, 425}}) {
      browser.screen(size[0], size[1]);
      for (String language : LANGUAGES) {
        visit(layout, "/" + language);
        browser.element(".consent-question summary").click();
        assertEquals("true", browser.find(FITS), language + " at " + size[0]);
        assertEquals("", browser.find(LOST), language + " at " + size[0]);
        browser.find(
            "document.head.appendChild(Object.assign(document.createElement('style'), {textContent:"
                + " '*{line-height:1.5!important;letter-spacing:.12em!important;"
                + "word-spacing:.16em!important}p{margin-bottom:2em!important}'})).tagName");
        assertEquals("true", browser.find(FITS), language + " spaced at " + size[0]);
        assertEquals("", browser.find(LOST), language + " spaced at " + size[0]);
      }
    }
  }

  @ParameterizedTest
  @DisplayName("AX-09: buttons are 44 px high at least, whatever the page's own font size")
  @CsvSource({"box, 16", "bar, 16", "modal, 16", "inline, 16", "page, 16", "box, 10", "box, 32"})
  void buttonsCanBeHit(String layout, int rem) {
    browser.screen(390, 844);
    visit(layout, "/fr");
    browser.find("(document.documentElement.style.fontSize = '" + rem + "px')");
    browser.element(".consent-question summary").click();

    assertEquals(
        "",
        browser.find(
            "[...document.querySelectorAll('.consent-question :is(button:not([hidden]),summary)')]"
                + ".map(e => e.getBoundingClientRect()).filter(r => r.height < 44 || r.width < 44)"
                + ".map(r => r.width + 'x' + r.height).join()"));
  }

  @ParameterizedTest
  @DisplayName("AX-10: nothing moves, whether or not the visitor asks for that")
  @CsvSource({"no-preference", "reduce"})
  void nothingMoves(String motion) {
    browser.screen(1280, 850, "prefers-reduced-motion", motion);
    visit("box", "/fr");

    assertEquals("0", browser.find("document.getAnimations().length"));
    assertEquals(
        "true",
        browser.find(
            "[...document.querySelectorAll('.consent-question *')].every(e =>"
                + " getComputedStyle(e).transitionDuration == '0s' &&"
                + " getComputedStyle(e).animationName == 'none')"));
  }

  @ParameterizedTest
  @DisplayName("forced colours: the visitor's own colours, with borders that can be seen")
  @CsvSource({"box", "bar", "modal", "inline", "page"})
  void forcedColoursAreTaken(String layout) {
    browser.screen(1280, 850, "forced-colors", "active");
    visit(layout, "/fr");
    browser.picture(layout + "-forced-colours");

    assertEquals("true", browser.find("matchMedia('(forced-colors: active)').matches"));
    assertEquals(
        "solid",
        browser.find(
            "getComputedStyle(document.querySelector('.consent-question [value=refuse]')).borderTopStyle"));
    assertEquals(
        "false",
        browser.find(
            "(s => s.borderTopColor == s.backgroundColor)"
                + "(getComputedStyle(document.querySelector('.consent-question [value=refuse]')))"));
    assertEquals(List.of(), Axe.violations(browser));
  }
}
