package io.github.consentgateway.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very same shop, behind the gate. */
class GatedShopTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/sale",
          "/fr/",
          "/en/catalogue",
          "/fr/product/tea",
          "/en/contact",
          "/fr/blog",
          "/en/stock",
          "/fr/no-such-page",
          "/en/crash",
          "/fr/cookies-lab");

  @TempDir private Path data;
  private RunningShop shop;

  @BeforeEach
  void open() {
    shop = RunningShop.gated(data);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private void walk() {
    PAGES.forEach(shop::get);
  }

  private void choose(String choice) {
    String asked = "preferences:1 improvement:1 audience:1 chat:1 video:1";
    assertEquals(303, shop.post("/consent", "choice", choice, "asked", asked).statusCode());
  }

  private int outcomes(String outcome) {
    String html = shop.get("/en/cookies-lab").body();
    return (int)
        Pattern.compile("badge " + outcome + "\">(?!Seen|Hidden)").matcher(html).results().count();
  }

  @Test
  @DisplayName("CK-01, CK-16: before a choice the browser holds nothing, whatever the entry page")
  void leavesTheBrowserEmpty() {
    walk();
    assertEquals(Set.of(), shop.cookieNames());
  }

  @Test
  @DisplayName("CK-01: essential cookies arrive without a choice")
  void letsTheVisitorBuyAndSignIn() {
    shop.post("/fr/basket", "action", "add", "product", "tea");
    shop.post("/fr/sign-in", "name", "Ada", "remember", "1");
    shop.post("/en/language", "back", "/basket");
    assertAll(
        () ->
            assertEquals(
                Set.of("JSESSIONID", "cart_hint", "lang", "remember_me"),
                withoutOwn(shop.cookieNames())),
        () -> assertTrue(shop.get("/en/basket").body().contains("Basket (1)")));
  }

  /** The choice and the first days are the gateway's own. */
  private static Set<String> withoutOwn(Set<String> names) {
    names.removeIf(name -> name.startsWith("__Host-") || name.startsWith("consent"));
    return names;
  }

  @Test
  @DisplayName("CK-03: a yes to everything still leaves out what the registry does not know")
  void letsThroughWhatWasAccepted() {
    choose("accept");
    walk();
    Set<String> names = shop.cookieNames();
    assertAll(
        () ->
            assertTrue(
                names.containsAll(Set.of("_ga", "ab_variant", "recent_products")), names::toString),
        () ->
            assertTrue(names.containsAll(Set.of("chat_visitor", "video_quality")), names::toString),
        () -> assertFalse(names.contains("zzz_unknown"), names::toString));
  }

  @Test
  @DisplayName("UI-16, WD-09: a withdrawal ends no session and empties no basket")
  void withdrawingLeavesSessionAndBasketAlone() {
    shop.post("/en/basket", "action", "add", "product", "tea");
    shop.post("/en/sign-in", "name", "Ada");
    choose("accept");
    walk();
    shop.post("/consent/withdraw");
    String page = shop.get("/en/basket").body();
    assertAll(
        () -> assertTrue(page.contains("Ada")),
        () -> assertTrue(page.contains("Basket (1)")),
        () -> assertFalse(shop.cookieNames().contains("_ga")));
  }

  @Test
  void theLaboratoryLetsThroughEssentialCookiesOnly() {
    assertAll(
        () -> assertEquals(25, outcomes("blocked")),
        () -> assertEquals(3, outcomes("passed")),
        () -> assertEquals(0, outcomes("shortened")));
  }

  @Test
  @DisplayName("LT-01: what was accepted is shortened to thirteen months")
  void theLaboratoryShortensWhatWasAccepted() {
    choose("accept");
    assertAll(
        () -> assertEquals(16, outcomes("shortened")),
        () -> assertEquals(3, outcomes("passed")),
        () -> assertEquals(9, outcomes("blocked")));
  }

  @Test
  void offersTheChoiceInsteadOfThirdParties() {
    assertTrue(
        shop.get("/en/contact").body().contains("href=\"/consent?lang=en\">Choose my cookies"));
    choose("accept");
    assertFalse(
        shop.get("/en/contact").body().contains("href=\"/consent?lang=en\">Choose my cookies"));
  }
}
