package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visitor without scripts says no, yes, or yes to one thing, and goes on through the shop. */
class ChoiceJourneyTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.gated();

  private static final Set<String> NOTHING_BUT_THE_CHOICE = Set.of(Cookies.TOKEN);

  private final ScriptlessBrowser browser = new ScriptlessBrowser(SHOP);

  @AfterEach
  void nothingOutlivesThirteenMonths() {
    Set<String> late = browser.jar().tooLongLived(Instant.now());
    browser.close();
    assertEquals(Set.of(), late, "LT-01");
  }

  @Test
  @DisplayName("T01, T09, UI-17: after a refusal the jar holds the refusal, the shop sees nothing")
  void refusingLeavesNothingButTheRefusal() {
    browser.choose("refuse");
    Entrances.visitAll(browser);
    assertAll(
        () -> assertEquals(NOTHING_BUT_THE_CHOICE, browser.jar().names()),
        () -> assertEquals(NOTHING_BUT_THE_CHOICE, browser.offered()),
        () -> assertEquals(Set.of(), browser.applicationView().seen()));
  }

  @Test
  @DisplayName("UI-17, LT-01: after a yes every declared cookie arrives, none beyond 13 months")
  void acceptingLetsEveryDeclaredCookieIn() {
    browser.choose("accept");
    assertEquals(NOTHING_BUT_THE_CHOICE, browser.jar().names(), "before the next page");
    Entrances.visitAll(browser);
    assertAll(
        () ->
            assertEquals(
                Cookies.plus(Cookies.OPTIONAL, Cookies.TOKEN, Cookies.SINCE),
                browser.jar().names()),
        () -> assertEquals(Cookies.OPTIONAL, browser.applicationView().seen()),
        () -> assertLivesAsDeclared("_ga", Jar.CAP),
        () -> assertLivesAsDeclared("first_visit", Jar.CAP),
        () -> assertLivesAsDeclared("ab_variant", Duration.ofDays(90)),
        () -> assertLivesAsDeclared("_gid", Duration.ofDays(1)));
  }

  /** The first day counts from its beginning in UTC, so that up to one day may be missing. */
  private void assertLivesAsDeclared(String name, Duration life) {
    Instant expires = browser.jar().find(name).flatMap(Jar.Held::expires).orElse(Instant.EPOCH);
    Duration rest = Duration.between(Instant.now(), expires);
    assertTrue(
        rest.compareTo(life) <= 0 && rest.compareTo(life.minusDays(1).minusMinutes(5)) > 0,
        () -> name + " lives another " + rest);
  }

  @Test
  @DisplayName("one purpose accepted lets in the cookies of that purpose and no other")
  void savingOnePurposeLetsInItsCookiesOnly() {
    browser.open("/consent");
    browser.toggle("audience");
    browser.press("save");
    Entrances.visitAll(browser);
    assertAll(
        () ->
            assertEquals(
                Cookies.plus(Cookies.AUDIENCE, Cookies.TOKEN, Cookies.SINCE),
                browser.jar().names()),
        () -> assertEquals(Cookies.AUDIENCE, browser.applicationView().seen()));
  }

  @Test
  @DisplayName("saving without a tick is a refusal")
  void savingWithoutATickIsARefusal() {
    browser.choose("save");
    Entrances.visitAll(browser);
    assertEquals(NOTHING_BUT_THE_CHOICE, browser.jar().names());
  }

  @Test
  @DisplayName("UI-03: yes, no and withdrawal take the same number of exchanges")
  void refusingTakesAsManyExchangesAsAccepting() {
    int refusing = exchangesFor("button[value=refuse]");
    int accepting = exchangesFor("button[value=accept]");
    int withdrawing = exchangesFor("form[action$='/withdraw'] button");
    assertAll(
        () -> assertEquals(3, refusing, "the page, the choice, back"),
        () -> assertEquals(refusing, accepting),
        () -> assertEquals(accepting, withdrawing));
  }

  /** From a page of the shop to the same page again. */
  private int exchangesFor(String button) {
    browser.open("/en/catalogue?q=tea");
    int before = browser.exchanges();
    browser.click("footer a[href^='/consent']");
    browser.click(button);
    assertEquals("/en/catalogue?q=tea", browser.page().getUrl().getFile());
    return browser.exchanges() - before;
  }

  @Test
  @DisplayName("UI-03: the buttons for yes and no are siblings in one form")
  void yesAndNoAreSiblings() {
    browser.open("/consent");
    assertNotNull(browser.page().querySelector("button[value=refuse] ~ button[value=accept]"));
  }

  @Test
  @DisplayName("UI-10, T28: a refusal is remembered as long as a yes, past the end of the session")
  void aRefusalIsRememberedAsLongAsAYes() {
    browser.choose("refuse");
    String refusal = browser.jar().value(Cookies.TOKEN);
    Instant refusedUntil = until();
    browser.restart();
    Entrances.visitAll(browser);
    String later = browser.jar().value(Cookies.TOKEN);
    browser.choose("accept");
    Duration difference = Duration.between(refusedUntil, until()).abs();
    assertAll(
        () -> assertEquals(refusal, later),
        () -> assertTrue(refusedUntil.isAfter(Instant.now().plus(Duration.ofDays(178)))),
        () -> assertTrue(difference.compareTo(Duration.ofMinutes(2)) < 0, difference::toString));
  }

  private Instant until() {
    return browser.jar().find(Cookies.TOKEN).flatMap(Jar.Held::expires).orElse(Instant.EPOCH);
  }

  @Test
  @DisplayName("UI-07: an earlier yes is shown back, and nothing else is ticked")
  void anEarlierYesIsShownBack() {
    browser.open("/consent");
    browser.toggle("video");
    browser.press("save");
    browser.open("/consent");
    assertAll(
        () -> assertNotNull(browser.page().querySelector("input[value=video][checked]")),
        () -> assertEquals(1, browser.page().querySelectorAll("[checked]").size()));
  }
}
