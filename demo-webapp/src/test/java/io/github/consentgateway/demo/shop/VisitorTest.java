package io.github.consentgateway.demo.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.demo.RunningShop;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor who buys, signs in and comes back. */
class VisitorTest {
  private RunningShop shop;

  @BeforeEach
  void open() {
    shop = RunningShop.open();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String session() {
    return shop.cookie("JSESSIONID").map(HttpCookie::getValue).orElse("");
  }

  @Test
  void lookingAroundStartsNoSession() {
    shop.get("/fr/");
    shop.get("/fr/basket");
    assertEquals("", session());
  }

  @Test
  void theBasketKeepsWhatIsPutIntoIt() {
    HttpResponse<String> added = shop.post("/en/basket", "action", "add", "product", "tea");
    shop.post("/en/basket", "action", "add", "product", "tea");
    shop.post("/en/basket", "action", "put", "product", "soap", "quantity", "3");
    String basket = shop.get("/en/basket").body();
    assertAll(
        () -> assertEquals(303, added.statusCode()),
        () -> assertTrue(basket.contains("Basket (5)")),
        () -> assertTrue(basket.contains("€49.50"), basket),
        () -> assertEquals("5", shop.cookie("cart_hint").map(HttpCookie::getValue).orElse("")));
  }

  @Test
  void theBasketIsBounded() {
    shop.post("/en/basket", "action", "put", "product", "soap", "quantity", "9999");
    assertTrue(shop.get("/en/basket").body().contains("Basket (20)"));
    shop.post("/en/basket", "action", "put", "product", "soap", "quantity", "-5");
    assertTrue(shop.get("/en/basket").body().contains("Basket (1)"));
    shop.post("/en/basket", "action", "put", "product", "soap", "quantity", "0");
    assertTrue(shop.get("/en/basket").body().contains("Your basket is empty"));
  }

  @Test
  void anUnknownProductIsABadRequest() {
    assertEquals(400, shop.post("/fr/basket", "action", "add", "product", "<b>").statusCode());
  }

  @Test
  void anOrderEmptiesTheBasket() {
    shop.post("/fr/basket", "action", "add", "product", "bowl");
    HttpResponse<String> ordered = shop.post("/fr/basket", "action", "order");
    String location = ordered.headers().firstValue("Location").orElse("");
    String page = shop.get(location).body();
    assertAll(
        () -> assertEquals("/fr/basket?ordered=1", location),
        () -> assertTrue(page.contains("Votre panier est vide")));
  }

  @Test
  void signingInChangesTheSessionAndKeepsTheBasket() {
    shop.post("/fr/basket", "action", "add", "product", "bowl");
    String before = session();
    shop.post("/fr/sign-in", "name", "Aliénor");
    String page = shop.get("/fr/basket").body();
    assertAll(
        () -> assertNotEquals("", before),
        () -> assertNotEquals(before, session()),
        () -> assertTrue(page.contains("Aliénor")),
        () -> assertTrue(page.contains("Panier (1)")),
        () -> assertFalse(shop.cookie("remember_me").isPresent()));
  }

  @Test
  void aNameIsEscapedAndCut() {
    shop.post("/en/sign-in", "name", "<img src=x onerror=alert(1)>" + "n".repeat(500));
    String page = shop.get("/en/sign-in").body();
    assertAll(
        () -> assertFalse(page.contains("<img")),
        () -> assertTrue(page.contains("&lt;img src=x")),
        () -> assertFalse(page.contains("n".repeat(81))));
  }

  @Test
  void noNameIsNoSignIn() {
    HttpResponse<String> response = shop.post("/en/sign-in", "name", "   ");
    assertAll(
        () ->
            assertEquals(
                "/en/sign-in?failed=1", response.headers().firstValue("Location").orElse("")),
        () -> assertEquals("", session()));
  }

  @Test
  void whoTickedTheBoxIsRememberedAfterTheSession() {
    shop.post("/en/sign-in", "name", "Ada", "remember", "1");
    HttpCookie remembered = shop.cookie("remember_me").orElseThrow();
    shop.forgetCookies();
    String cookie = "remember_me=" + remembered.getValue();
    assertAll(
        () -> assertTrue(remembered.getMaxAge() > 60L * 365 * 86_400, "asks for 68 years"),
        () -> assertTrue(shop.get("/en/", "Cookie", cookie).body().contains("Ada")),
        () -> assertFalse(shop.get("/en/", "Cookie", "remember_me=x").body().contains("Ada")));
  }

  @Test
  void signingOutEndsSessionAndMemory() {
    shop.post("/en/sign-in", "name", "Ada", "remember", "1");
    String cookie = "remember_me=" + shop.cookie("remember_me").orElseThrow().getValue();
    shop.post("/en/sign-out");
    assertAll(
        () -> assertFalse(shop.get("/en/").body().contains("Ada")),
        () -> assertFalse(shop.get("/en/", "Cookie", cookie).body().contains("Ada")));
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    HttpRequest.Builder forged =
        HttpRequest.newBuilder(shop.at("/fr/basket"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(BodyPublishers.ofString("action=add&product=tea"));
    assertEquals(403, shop.send(forged).statusCode());
  }
}
