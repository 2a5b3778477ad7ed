package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A visitor with a keyboard and nothing else (AX-02, AX-09). */
@Tag("browser")
class KeyboardTest {

  private static void press(Chromium browser, CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  private static final String LINK = "rgba(11, 79, 148, 1)";

  private static WebElement focused(Chromium browser) {
    return browser.driver().switchTo().activeElement();
  }

  private static String name(WebElement element) {
    String value = element.getDomAttribute("value");
    return element.getTagName() + (value == null ? "" : "=" + value);
  }

  private static Chromium browser(boolean scripts) {
    Chromium browser = scripts ? Chromium.withScripts() : Chromium.withoutScripts();
    browser.screen(1280, 850);
    return browser;
  }

  @ParameterizedTest
  @DisplayName("AX-02: the question comes first, in its order, each control with a visible focus")
  @CsvSource({"box, true", "box, false", "bar, true", "inline, true", "page, false"})
  void questionComesFirst(String layout, boolean scripts) {
    try (Gallery gallery = Gallery.of(Look.layout(layout));
        Chromium browser = browser(scripts)) {
      browser.open(gallery.at("/fr"));
      assertEquals("body", focused(browser).getTagName(), "focus is left where it is");

      List<String> order = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        press(browser, Keys.TAB);
        order.add(name(focused(browser)));
        assertEquals("solid", focused(browser).getCssValue("outline-style"));
        assertEquals(LINK, focused(browser).getCssValue("outline-color"), "seen on the surface");
      }
      assertEquals(List.of("a", "button=refuse", "button=accept", "summary"), order);
      press(browser, Keys.ENTER, Keys.TAB);
      assertEquals("input=preferences", name(focused(browser)));
      press(browser, Keys.SPACE, Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB);
      assertEquals("button=save", name(focused(browser)));
      press(browser, Keys.TAB);
      assertEquals("a", name(focused(browser)), "no trap: on to the page's own link");
      assertTrue(String.valueOf(focused(browser).getDomAttribute("href")).endsWith("#main"));
    }
  }

  @ParameterizedTest
  @DisplayName("AX-02, UI-17: a choice by Enter or Space, with a script and without one")
  @CsvSource({"true, ENTER", "true, SPACE", "false, ENTER", "false, SPACE"})
  void choiceByKey(boolean scripts, Keys key) {
    try (Gallery gallery = Gallery.of(Look.layout("box"));
        Chromium browser = browser(scripts)) {
      browser.open(gallery.at("/fr"));
      press(browser, Keys.TAB, Keys.TAB);
      assertEquals("button=refuse", name(focused(browser)));
      press(browser, key);
      browser.awaitGone(".consent-question");

      assertEquals(1, browser.driver().manage().getCookies().size());
      assertTrue(browser.element("#consent-done").isDisplayed());
    }
  }

  @ParameterizedTest
  @DisplayName("AX-02: the dialogue takes the focus, keeps it, gives it back; Escape refuses")
  @ValueSource(strings = {"fr", "ar"})
  void dialogueIsModal(String language) {
    try (Gallery gallery = Gallery.of(Look.layout("modal"));
        Chromium browser = browser(true)) {
      browser.open(gallery.at("/" + language));
      browser.await("document.querySelector('.consent-question').matches(':modal')");
      assertEquals("dialog", focused(browser).getTagName());
      for (int i = 0; i < 12; i++) {
        press(browser, Keys.TAB);
        String tag = focused(browser).getTagName();
        assertTrue(
            tag.equals("body")
                || browser
                    .find("!!document.activeElement.closest('.consent-question')")
                    .equals("true"),
            tag);
      }
      press(browser, Keys.ESCAPE);
      browser.awaitGone(".consent-question");

      browser.await("ConsentGateway.state().decided");
      assertEquals("", browser.find("ConsentGateway.state().granted.join()"));
      assertEquals("4", browser.find("ConsentGateway.state().denied.length"));
    }
  }

  @ParameterizedTest
  @DisplayName("AX-09, WCAG 2.4.11: what has the focus is not hidden behind the question")
  @CsvSource({
    "box, 1280, 800",
    "box, 1024, 700",
    "box, 700, 700",
    "box, 390, 844",
    "box, 320, 568",
    "box, 320, 256",
    "bar, 1280, 850",
    "bar, 390, 844"
  })
  void focusIsNotHidden(String layout, int width, int height) {
    try (Gallery gallery = Gallery.of(Look.layout(layout));
        Chromium browser = browser(true)) {
      browser.screen(width, height);
      browser.open(gallery.at("/fr"));
      for (int i = 0; i < 9; i++) {
        press(browser, Keys.TAB);
        assertEquals(
            "true",
            browser.find(
                "(e => e.closest('.consent-question') || (r => !document.elementFromPoint(r.x + r.width / 2,"
                    + " r.y + r.height / 2)?.closest('.consent-question'))(e.getBoundingClientRect()) ? true : e.outerHTML)"
                    + "(document.activeElement)"));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("AX-02: no element is put before others")
  @ValueSource(strings = {"/fr", "/consent?lang=fr", "/consent/cookies?lang=fr"})
  void nothingJumpsTheQueue(String path) {
    try (Gallery gallery = Gallery.of(Look.layout("box"));
        Chromium browser = browser(false)) {
      browser.open(gallery.at(path));

      assertFalse(browser.has("[tabindex]:not([tabindex='0'], [tabindex='-1']), [accesskey]"));
    }
  }
}
