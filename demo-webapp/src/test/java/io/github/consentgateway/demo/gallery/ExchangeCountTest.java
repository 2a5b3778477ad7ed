package io.github.consentgateway.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.demo.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusing and withdrawing cost no more than accepting (UI-03, WD-01, T03). */
@Tag("browser")
class ExchangeCountTest {

  private static List<String> exchanges(Gallery gallery) {
    return gallery.exchanges().stream()
        .filter(line -> !line.contains("/assets/") && !line.matches(".*\\.(css|ico)"))
        .toList();
  }

  @ParameterizedTest
  @DisplayName("UI-03, WD-01, T03: one press each, and as many exchanges for no, yes and no more")
  @ValueSource(booleans = {true, false})
  void noCostsWhatYesCosts(boolean scripts) {
    try (Gallery gallery = Gallery.of(Look.layout("box"));
        Chromium browser = scripts ? Chromium.withScripts() : Chromium.withoutScripts()) {
      List<String> accepting = press(browser, gallery, ".consent-buttons [value=accept]", scripts);
      List<String> withdrawing = pressed(browser, gallery, ".consent-control button", scripts);
      browser.driver().manage().deleteAllCookies();
      List<String> refusing = press(browser, gallery, ".consent-buttons [value=refuse]", scripts);

      List<String> expected =
          scripts ? List.of("POST /consent") : List.of("POST /consent", "GET /fr");
      assertEquals(expected, accepting);
      assertEquals(expected, refusing);
      assertEquals(
          expected, withdrawing.stream().map(line -> line.replace("/withdraw", "")).toList());
    }
  }

  private static List<String> press(
      Chromium browser, Gallery gallery, String button, boolean scripts) {
    browser.open(gallery.at("/fr"));
    gallery.exchanges();
    return pressed(browser, gallery, button, scripts);
  }

  private static List<String> pressed(
      Chromium browser, Gallery gallery, String button, boolean scripts) {
    if (scripts) {
      String before =
          browser.find("ConsentGateway.state().granted.join() + ConsentGateway.state().time");
      browser.element(button).click();
      browser.await(
          "ConsentGateway.state().granted.join() + ConsentGateway.state().time != '"
              + before
              + "'");
    } else {
      browser.leaveBy(button);
    }
    return exchanges(gallery);
  }
}
