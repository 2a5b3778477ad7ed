package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question as Chromium lays it out in the pages of the shop. */
@Tag("browser")
class BannerTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  private static final String REFUSE = "document.querySelector('.consent-buttons [value=refuse]')";
  private static final String ACCEPT = "document.querySelector('.consent-buttons [value=accept]')";

  /** The properties in which two elements differ as they are shown. */
  private static final String DIFFERENCE =
      "((a, b) => [...a].filter(key => a[key] !== b[key]).join())"
          + "(getComputedStyle(%s), getComputedStyle(%s))";

  private static ChromiumBrowser browser;

  @BeforeAll
  static void openBrowser() {
    browser = ChromiumBrowser.withScripts(SHOP);
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @ParameterizedTest
  @DisplayName("UI-04: yes and no differ in no computed style, on any screen")
  @CsvSource({
    "desktop,       1280, 850, light",
    "desktop-dark,  1280, 850, dark",
    "phone,          390, 844, light",
    "phone-dark,     390, 844, dark",
    "smallest,       320, 568, light"
  })
  void yesAndNoLookTheSame(String name, int width, int height, String colours) {
    browser.screen(width, height, colours);
    browser.open("/fr/catalogue");
    browser.picture("banner-" + name);

    assertAll(
        () -> assertEquals("", browser.find(DIFFERENCE.formatted(REFUSE, ACCEPT))),
        () ->
            assertEquals(
                "true", browser.find("innerWidth >= document.documentElement.scrollWidth")),
        () ->
            assertEquals(
                "1", browser.find("document.querySelectorAll('.consent-question').length")),
        () -> assertEquals("true", browser.find(REFUSE + ".getBoundingClientRect().height >= 44")),
        () ->
            assertEquals(
                "0",
                browser.find("document.querySelector('.consent-question [hidden]').clientHeight")));
  }

  @Test
  @DisplayName("positive control: the comparison notices one pixel")
  void comparisonNoticesADifference() {
    browser.screen(1280, 850, "light");
    browser.open("/fr/catalogue");

    assertEquals("", browser.find(DIFFERENCE.formatted(REFUSE, ACCEPT)));
    browser.find("(" + ACCEPT + ".style.paddingTop = '9px')");
    assertTrue(browser.find(DIFFERENCE.formatted(REFUSE, ACCEPT)).contains("padding-top"));
  }

  @ParameterizedTest
  @DisplayName("on a phone the question takes 40 % of the screen at most, its buttons in sight")
  @CsvSource({"390, 844", "320, 568", "412, 915"})
  void phoneKeepsThePageInSight(int width, int height) {
    browser.screen(width, height, "light");
    browser.open("/fr/");

    assertAll(
        () ->
            assertEquals(
                "true",
                browser.find(
                    "document.querySelector('.consent-question').getBoundingClientRect().height <= .4 * innerHeight + 1")),
        () ->
            assertEquals(
                "true", browser.find(ACCEPT + ".getBoundingClientRect().bottom <= innerHeight")));
  }

  @Test
  @DisplayName(
      "UI-03, WD-01, AX-08: one press to refuse or withdraw, and the page stays where it is")
  void onePressIsEnough() {
    try (ChromiumBrowser visitor = ChromiumBrowser.withoutScripts(SHOP)) {
      visitor.open("/fr/catalogue");
      visitor.pressOn(".consent-buttons [value=accept]");
      assertTrue(visitor.shows("#consent-done[role=status]"));
      assertFalse(visitor.shows("section.consent-question"));
      visitor.open("/fr/catalogue");
      assertTrue(visitor.jar().names().containsAll(Cookies.AUDIENCE));
      visitor.pressOn(".consent-control button");
      assertEquals(Cookies.plus(Set.of(Cookies.TOKEN), Cookies.SINCE), visitor.jar().names());
      assertTrue(visitor.shows("#consent-done[role=status]"));
      assertFalse(visitor.shows(".consent-control form:not([hidden])"));
    }
  }
}
