package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visitor who had said yes to everything, and has all its cookies, takes it back. */
class WithdrawalJourneyTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  private final ScriptlessBrowser browser = new ScriptlessBrowser(SHOP);

  @BeforeEach
  void acceptEverything() {
    browser.choose("accept");
    Entrances.visitAll(browser);
    assertTrue(browser.jar().names().containsAll(Cookies.OPTIONAL));
  }

  /** The days stay until the 13 months are over: a later yes does not begin them anew. */
  private static final Set<String> GATES_OWN = Set.of(Cookies.TOKEN, Cookies.SINCE);

  @AfterEach
  void nothingOutlivesThirteenMonths() {
    Set<String> late = browser.jar().tooLongLived(Instant.now());
    browser.close();
    assertEquals(Set.of(), late, "LT-01");
  }

  @Test
  @DisplayName("WD-01, WD-03: one click, and every registered non-exempt cookie is gone at once")
  void withdrawingEmptiesTheJarAtOnce() {
    browser.withdraw();
    assertEquals(GATES_OWN, browser.jar().names());
  }

  @Test
  @DisplayName("WD-03: saying no later empties the jar as a withdrawal does")
  void refusingLaterEmptiesTheJarAtOnce() {
    browser.choose("refuse");
    assertEquals(GATES_OWN, browser.jar().names());
  }

  @Test
  @DisplayName("WD-02, T12: after the withdrawal nothing is set and nothing is read")
  void nothingIsSetOrReadAfterTheWithdrawal() {
    browser.withdraw();
    Entrances.visitAll(browser);
    assertAll(
        () -> assertEquals(GATES_OWN, browser.jar().names()),
        () -> assertEquals(Set.of(), browser.applicationView().seen()));
  }

  @Test
  @DisplayName("WD-02, CK-02, CK-10: old cookies that come back are hidden, then expired")
  void oldCookiesThatComeBackAreHiddenThenExpired() {
    Jar old = browser.jar();
    browser.withdraw();
    browser.putBack(old, Cookies.OPTIONAL);
    ApplicationView view = browser.applicationView();
    assertAll(
        () -> assertEquals(Set.of(), view.seen()),
        () ->
            assertEquals(
                Cookies.plus(Cookies.OPTIONAL, Cookies.TOKEN, Cookies.SINCE), view.hidden()),
        () -> assertEquals(GATES_OWN, browser.jar().names()));
  }

  @Test
  @DisplayName("WD-05: taking one purpose back leaves the cookies of the others")
  void takingOnePurposeBackLeavesTheOthers() {
    browser.open("/consent");
    browser.toggle("audience");
    browser.press("save");
    Set<String> rest = Cookies.without(Cookies.OPTIONAL, Cookies.AUDIENCE);
    assertEquals(Cookies.plus(rest, Cookies.TOKEN, Cookies.SINCE), browser.jar().names());
    Entrances.visitAll(browser);
    assertAll(
        () -> assertEquals(rest, browser.applicationView().seen()),
        () ->
            assertEquals(Cookies.plus(rest, Cookies.TOKEN, Cookies.SINCE), browser.jar().names()));
  }

  @Test
  @DisplayName("WD-09: session, sign-in and basket outlive the withdrawal")
  void sessionAndBasketOutliveTheWithdrawal() {
    signInAndFillTheBasket();
    Jar before = browser.jar();
    browser.withdraw();
    Jar after = browser.jar();
    browser.open("/en/basket");
    assertAll(
        () ->
            assertEquals(
                Set.of(
                    Cookies.TOKEN,
                    Cookies.SINCE,
                    Cookies.SESSION,
                    Cookies.REMEMBER_ME,
                    Cookies.CART_HINT),
                after.names()),
        () -> assertEquals(before.value(Cookies.SESSION), after.value(Cookies.SESSION)),
        () -> assertEquals(before.value(Cookies.REMEMBER_ME), after.value(Cookies.REMEMBER_ME)),
        () -> assertNotEquals(before.value(Cookies.TOKEN), after.value(Cookies.TOKEN)),
        () -> assertTrue(browser.page().asNormalizedText().contains("Ada")),
        () -> assertEquals(1, browser.page().querySelectorAll("ul.basket > li").size()));
  }

  private void signInAndFillTheBasket() {
    browser.open("/en/sign-in");
    browser.fill("#name", "Ada");
    browser.click("input[name=remember]");
    browser.click("form.stack button");
    browser.open("/en/product/tea");
    browser.click("form[action$='/basket'] button");
  }

  @Test
  @DisplayName("a yes after a withdrawal begins anew")
  void aYesAfterAWithdrawalBeginsAnew() {
    String firstVisitor = browser.jar().value("_ga");
    browser.withdraw();
    browser.choose("accept");
    Entrances.visitAll(browser);
    assertAll(
        () -> assertTrue(browser.jar().names().containsAll(Cookies.OPTIONAL)),
        () -> assertNotEquals(firstVisitor, browser.jar().value("_ga")));
  }
}
