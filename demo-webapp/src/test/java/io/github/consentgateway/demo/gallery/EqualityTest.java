package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Refusing looks like accepting: same style, same size, same layer (UI-03, UI-04, T03, T13). */
@Tag("browser")
class EqualityTest {

  private static final String THEME =
      "theme: { surface: \"#fffdf8\", text: \"#221a10\", link: \"#5b2c83\", button: \"#3c1f5e\","
          + " buttonText: \"#ffffff\", font: \"Georgia, serif\", radius: 0 }";

  private static final String BUTTON = "document.querySelector('.consent-buttons [value=%s]')";

  /** The properties in which the two differ as they are shown, and their sizes and rows. */
  private static final String DIFFERENCE =
      """
      ((a, b) => {
        const of = e => getComputedStyle(e), x = a.getBoundingClientRect(), y = b.getBoundingClientRect();
        const styles = [...of(a)].filter(key => of(a)[key] !== of(b)[key]);
        const pseudo = ['::before', '::after'].filter(p =>
          getComputedStyle(a, p).content !== getComputedStyle(b, p).content);
        const boxes = ['width', 'height', 'top'].filter(key => Math.abs(x[key] - y[key]) > .02);
        return [...styles, ...pseudo, ...boxes].join();
      })(%s, %s)
      """
          .formatted(BUTTON.formatted("refuse"), BUTTON.formatted("accept"));

  private static Chromium browser;

  @BeforeAll
  static void open() {
    browser = Chromium.withScripts();
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
  @DisplayName("UI-04, T13: no computed style differs, on any screen, in any colours and language")
  @ValueSource(strings = {"box", "bar", "modal", "inline", "page"})
  void nothingDiffers(String layout) {
    for (Look look : List.of(Look.layout(layout), Look.layout(layout).with(THEME))) {
      try (Gallery gallery = Gallery.of(look)) {
        for (int width : new int[] {320, 390, 1280}) {
          for (String colours : List.of("light", "dark", "forced")) {
            if (colours.equals("forced")) {
              browser.screen(width, 850, "forced-colors", "active");
            } else {
              browser.screen(width, 850, "prefers-color-scheme", colours);
            }
            visit(gallery, width == 390 ? "/ar" : "/fr");
            assertEquals("", browser.find(DIFFERENCE), look + " " + width + " " + colours);
          }
        }
      }
    }
  }

  @Test
  @DisplayName("UI-04: both look alike under the pointer and in focus")
  void statesAreAlike() {
    browser.screen(1280, 850);
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      visit(gallery, "/fr");
      assertEquals(state("refuse"), state("accept"));
    }
  }

  /** All styles of a button while it is pointed at and focused. */
  private static String state(String choice) {
    new Actions(browser.driver())
        .moveToElement(browser.element(".consent-buttons [value=" + choice + "]"))
        .perform();
    String focused =
        "(e => (e.focus({focusVisible: true}), [...getComputedStyle(e)]"
            + ".map(key => key + getComputedStyle(e)[key]).join()))("
            + BUTTON.formatted(choice)
            + ")";
    return browser.find(focused);
  }

  @ParameterizedTest
  @DisplayName("UI-04: the page's own style does not make one of them stand out")
  @ValueSource(
      strings = {
        "*{margin:0;padding:0;box-sizing:border-box}",
        "button{background:#eee;border:0;padding:20px;text-transform:uppercase;margin:9px}",
        "form button{background:red}button:first-child{background:green}",
        "form button:last-of-type{font-size:2em}p>button:nth-child(2){color:lime}",
        ".btn,button+button{background:#0a0;box-shadow:0 0 9px #0a0}",
        "button[value=accept]{background:#0a0;color:#fff;font-weight:bold}",
        "body form p button[name=choice][value=refuse]{display:none}",
        "button::before{content:'x'}button[value=accept]::after{content:'!'}",
        "main p,p{font-size:3em;columns:2}section,dialog{background:pink;opacity:.5}",
      })
  void pagesStyleTouchesNeither(String css) {
    browser.screen(1280, 850);
    try (Gallery plain = Gallery.of(Look.layout("box"));
        Gallery gallery = Gallery.of(Look.layout("box").beside(css))) {
      visit(plain, "/fr");
      String expected = browser.find(SHAPE);
      visit(gallery, "/fr");

      assertEquals("", browser.find(DIFFERENCE), css);
      assertEquals(expected, browser.find(SHAPE), "the question keeps its own look");
    }
  }

  private static final String SHAPE =
      "JSON.stringify([...document.querySelectorAll('.consent-question, .consent-question *')].map(e =>"
          + " Object.values(e.getBoundingClientRect().toJSON()).map(Math.round)))";

  @Test
  @DisplayName("positive control: the comparison notices one pixel, one colour, one sign")
  void differencesAreFound() {
    browser.screen(1280, 850);
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      visit(gallery, "/fr");
      assertEquals("", browser.find(DIFFERENCE));
      for (String style :
          List.of("padding-top:9px", "color:#fefefe", "position:relative;top:1px")) {
        browser.find("(" + BUTTON.formatted("accept") + ".style = '" + style + "')");
        assertTrue(!browser.find(DIFFERENCE).isEmpty(), style);
        browser.find("(" + BUTTON.formatted("accept") + ".style = '')");
      }
    }
  }

  @Test
  @DisplayName("T13, T03: there are as many controls to refuse as to accept, of the same kind")
  void controlsAreAsMany() {
    browser.screen(1280, 850);
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      for (String path : List.of("/fr", "/consent?lang=fr")) {
        visit(gallery, path);
        String count = "document.querySelectorAll('button[value=%s]').length";
        assertEquals("1", browser.find(count.formatted("refuse")), path);
        assertEquals("1", browser.find(count.formatted("accept")), path);
        assertEquals(
            "true",
            browser.find(
                "(document.querySelector('[value=refuse]').nextElementSibling =="
                    + " document.querySelector('[value=accept]'))"));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("on a phone the question takes 40 % of the screen at most, all three ways in sight")
  @CsvSource({"box, 390, 844", "box, 320, 568", "box, 412, 915", "bar, 390, 844"})
  void phoneKeepsThePageInSight(String layout, int width, int height) {
    browser.screen(width, height);
    try (Gallery gallery = Gallery.of(Look.layout(layout))) {
      for (String language : List.of("fr", "en", "ar")) {
        visit(gallery, "/" + language);
        assertEquals(
            "true",
            browser.find(
                "document.querySelector('.consent-question').getBoundingClientRect().height <= .4 * innerHeight + 1"));
        assertEquals(
            "",
            browser.find(
                "['[value=refuse]', '[value=accept]', 'summary'].filter(s =>"
                    + " (r => r.bottom > innerHeight || r.top < .6 * innerHeight - 1)"
                    + "(document.querySelector('.consent-question ' + s).getBoundingClientRect())).join()"));
      }
    }
  }

  @Test
  @DisplayName("Enter on a ticked box saves it: the button that Enter presses is the hidden one")
  void enterSaves() {
    browser.screen(1280, 850);
    try (Gallery gallery = Gallery.of(Look.layout("box"))) {
      visit(gallery, "/fr");
      browser.element(".consent-question summary").click();
      browser.element(".consent-question input[value=chat]").sendKeys(Keys.SPACE, Keys.ENTER);
      browser.await("ConsentGateway.state().decided");

      assertEquals("chat", browser.find("ConsentGateway.state().granted.join()"));
    }
  }
}
