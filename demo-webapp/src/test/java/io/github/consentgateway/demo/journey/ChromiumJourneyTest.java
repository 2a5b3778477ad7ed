package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole journey in Chromium: undecided, no, yes, one thing back, everything back. */
@Tag("browser")
class ChromiumJourneyTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  private static final Set<String> CHOICE = Set.of(Cookies.TOKEN);
  private static final Set<String> EVERYTHING =
      Cookies.plus(Cookies.OPTIONAL, Cookies.TOKEN, Cookies.SINCE);

  @Test
  @DisplayName("T01, T09, T12, WD-03, CK-10: with scripts, down to the cookies that scripts write")
  void theJourneyWithScripts() {
    try (ChromiumBrowser browser = ChromiumBrowser.withScripts(SHOP)) {
      assertTrue(browser.runsScripts());
      travel(browser);
      assertEquals("", browser.readByScript(), "the choice is out of reach of scripts");
      cookiesWrittenByScriptsAreHiddenAndExpired(browser);
    }
  }

  @Test
  @DisplayName("UI-17: without scripts")
  void theJourneyWithoutScripts() {
    try (ChromiumBrowser browser = ChromiumBrowser.withoutScripts(SHOP)) {
      assertFalse(browser.runsScripts());
      travel(browser);
    }
  }

  private static void travel(Browser browser) {
    Entrances.visitAll(browser);
    assertEquals(Set.of(), browser.jar().names(), "undecided");
    browser.choose("refuse");
    Entrances.visitAll(browser);
    assertAll(
        "refused",
        () -> assertEquals(CHOICE, browser.jar().names()),
        () -> assertEquals(Set.of(), browser.applicationView().seen()));
    browser.choose("accept");
    Entrances.visitAll(browser);
    assertAll(
        "accepted",
        () -> assertEquals(EVERYTHING, browser.jar().names()),
        () -> assertEquals(Set.of(), browser.jar().tooLongLived(Instant.now())),
        () -> assertEquals(Cookies.OPTIONAL, browser.applicationView().seen()));
    takeBack(browser);
  }

  private static void takeBack(Browser browser) {
    browser.open("/consent");
    browser.toggle("audience");
    browser.press("save");
    assertEquals(
        Cookies.without(EVERYTHING, Cookies.AUDIENCE), browser.jar().names(), "one purpose back");
    browser.withdraw();
    Set<String> own = Cookies.plus(CHOICE, Cookies.SINCE);
    assertEquals(own, browser.jar().names(), "all back, at once");
    Entrances.visitAll(browser);
    assertEquals(own, browser.jar().names(), "all back, later");
  }

  private static void cookiesWrittenByScriptsAreHiddenAndExpired(ChromiumBrowser browser) {
    browser.open("/en/blog");
    browser.write("_ga=GA1.1.script.1; Max-Age=63072000; Path=/");
    browser.write("_gid=GA1.1.script.2; Path=/");
    browser.write("_fbp=fb.0.1.1; Max-Age=7776000; Path=/");
    browser.write("zzz_mine=1; Path=/");
    Set<String> written = Cookies.plus(CHOICE, Cookies.SINCE, "_ga", "_gid", "_fbp", "zzz_mine");
    assertEquals(written, browser.jar().names(), "a script can write");
    ApplicationView view = browser.applicationView();
    assertAll(
        "the next page",
        () -> assertEquals(Set.of(), view.seen()),
        () -> assertEquals(written, view.hidden()),
        // A tracker goes even if the registry does not know it; another name would stay.
        () -> assertEquals(Cookies.plus(CHOICE, Cookies.SINCE, "zzz_mine"), browser.jar().names()),
        () -> assertTrue(browser.shows("table.lab tbody tr:nth-child(20)"), "the laboratory"));
  }
}
