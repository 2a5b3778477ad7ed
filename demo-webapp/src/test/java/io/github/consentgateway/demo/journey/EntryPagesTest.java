package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever a visit begins, the browser is left with what was asked for and no more. */
class EntryPagesTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  private static final String ADVERTISEMENT = "https://www.google.com/aclk?sa=l&ai=DChcSEwi";

  @ParameterizedTest(name = "{0} -> {1}, {2}")
  @DisplayName("CK-01, CK-16, T01, T21: a first visit leaves only essential cookies")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          /,                                       200, ''
          /en/,                                    200, ''
          /fr/,                                    200, ''
          /catalogue,                              200, ''
          /en/catalogue,                           200, ''
          /en/catalogue?q=tea,                     200, ''
          /en/product/tea,                         200, ''
          /fr/product/honey?utm_source=a&gclid=b,  200, ''
          /en/basket,                              200, ''
          /en/sign-in,                             200, ''
          /en/newsletter,                          200, ''
          /en/blog,                                200, ''
          /en/contact,                             200, ''
          /en/privacy,                             200, ''
          /en/stock,                               200, ''
          /en/cookies-lab,                         200, ''
          /sale,                                   200, ''
          /en/no-such-page,                        404, ''
          /nowhere,                                404, ''
          /en/crash,                               500, ''
          /assets/shop.css,                        200, ''
          /assets/icon.svg,                        200, ''
          /assets/no-such-file,                    404, ''
          /consent,                                200, ''
          /consent?choice=accept,                  200, ''
          /consent/withdraw,                       405, ''
          /consent/no-such-page,                   404, ''
          /cookies-lab/try/redirect,               200, ''
          /cookies-lab/try/error-dispatch,         404, ''
          /cookies-lab/try/exception,              500, ''
          /cookies-lab/try/async-dispatch,         200, ''
          /cookies-lab/try/async-timeout,          200, ''
          /cookies-lab/try/early-hints,            200, ''
          /cookies-lab/try/trailers,               200, ''
          /cookies-lab/try/unwrap,                 200, ''
          /cookies-lab/try/essential,              200, cart_hint
          /cookies-lab/try/session,                200, JSESSIONID
          """)
  void aFirstVisitLeavesOnlyEssentialCookies(String path, int status, String cookies) {
    Set<String> expected = cookies.isEmpty() ? Set.of() : Set.of(cookies);
    for (boolean advertised : new boolean[] {false, true}) {
      try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
        if (advertised) {
          browser.openFrom(ADVERTISEMENT, path);
        } else {
          browser.open(path);
        }
        assertAll(
            path + (advertised ? " from an advertisement" : ""),
            () -> assertEquals(status, browser.answer().getStatusCode()),
            () -> assertEquals(expected, browser.jar().names()),
            () -> assertEquals(expected, browser.offered()));
      }
    }
  }

  @Test
  @DisplayName("CK-01, CK-02: a whole visit without a choice leaves nothing and shows nothing")
  void aWholeVisitWithoutAChoiceLeavesNothing() {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      Entrances.visitAll(browser);
      assertAll(
          () -> assertEquals(Set.of(), browser.jar().names()),
          () -> assertEquals(Set.of(), browser.offered()),
          () -> assertEquals(Set.of(), browser.applicationView().seen()));
    }
  }

  @Test
  @DisplayName("CK-16: a visit that begins with a form leaves what the form asks for")
  void aVisitThatBeginsWithAFormLeavesWhatItAsksFor() {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      browser.open("/en/product/tea");
      browser.click("form[action$='/basket'] button");
      Set<String> basket = Set.of(Cookies.SESSION, Cookies.CART_HINT);
      assertAll(
          () -> assertEquals(basket, browser.jar().names()),
          () -> assertEquals(basket, browser.applicationView().seen()));
    }
  }

  @Test
  @DisplayName("T21: signing in and switching the language keep only what was asked for")
  void signingInAndSwitchingTheLanguageKeepOnlyWhatWasAskedFor() {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      browser.open("/en/sign-in");
      browser.fill("#name", "Ada");
      browser.click("input[name=remember]");
      browser.click("form.stack button");
      browser.click("form[action='/fr/language'] button");
      assertEquals(
          Set.of(Cookies.SESSION, Cookies.REMEMBER_ME, Cookies.LANGUAGE, Cookies.SINCE),
          browser.jar().names());
    }
  }

  @Test
  @DisplayName("UI-07: on a first visit no box is ticked and no purpose is on")
  void noBoxIsTickedOnAFirstVisit() {
    try (ScriptlessBrowser browser = new ScriptlessBrowser(SHOP)) {
      browser.open("/consent");
      assertAll(
          () -> assertEquals(0, browser.page().querySelectorAll("[checked]").size()),
          () -> assertTrue(browser.page().querySelectorAll("input[name=purpose]").size() >= 5));
    }
  }
}
