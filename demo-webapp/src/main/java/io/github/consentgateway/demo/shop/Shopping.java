package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Basket, sign-in and forms. */
final class Shopping {
  private static final Duration A_YEAR = Duration.ofDays(365);

  private Shopping() {}

  static void basket(Visit visit) throws IOException {
    Basket basket = Basket.seenBy(visit.request());
    visit.show(
        "basket",
        Map.of(
            "lines",
            basket.lines(),
            "total",
            basket.cents(),
            "ordered",
            !visit.field("ordered").isEmpty()));
  }

  static void changeBasket(Visit visit) throws IOException {
    if (visit.field("action").equals("order")) {
      order(visit);
      return;
    }
    Optional<Product> product = Product.of(visit.field("product"));
    if (product.isEmpty()) {
      visit.response().sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    change(visit, product.get());
  }

  private static void order(Visit visit) {
    Basket basket = Basket.of(visit.request());
    basket.lines().forEach(line -> basket.put(line.product(), 0));
    ShopCookies.setForSession(visit.response(), ShopCookies.CART_HINT, "0");
    visit.seeOther("/basket?ordered=1");
  }

  private static void change(Visit visit, Product product) {
    Basket basket = Basket.of(visit.request());
    if (visit.field("action").equals("put")) {
      basket.put(product, number(visit.field("quantity")));
    } else {
      basket.add(product);
    }
    ShopCookies.setForSession(
        visit.response(), ShopCookies.CART_HINT, Integer.toString(basket.count()));
    visit.seeOther("/basket");
  }

  /** Reads a small number; what is none counts as 1. */
  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 1;
  }

  static void signInForm(Visit visit) throws IOException {
    visit.show("sign-in", Map.of("failed", !visit.field("failed").isEmpty()));
  }

  static void signIn(Visit visit) {
    String name = visit.field("name");
    if (name.isEmpty()) {
      visit.seeOther("/sign-in?failed=1");
      return;
    }
    visit.storefront().accounts().signIn(visit, name, !visit.field("remember").isEmpty());
    visit.seeOther("/sign-in");
  }

  static void signOut(Visit visit) {
    visit.storefront().accounts().signOut(visit);
    visit.seeOther("/sign-in");
  }

  /** Takes the form and forgets it: the demo writes to nobody. */
  static void subscribe(Visit visit) {
    visit.seeOther("/newsletter?done=1");
  }

  /** Takes the form and forgets it, too. */
  static void write(Visit visit) {
    visit.seeOther("/contact?done=1");
  }

  /** Remembers a language because the visitor asked for it, and shows the same page in it. */
  static void switchLanguage(Visit visit) {
    ShopCookies.set(visit.response(), ShopCookies.LANGUAGE, visit.language().tag(), A_YEAR);
    String back = visit.field("back");
    visit.seeOther(Routes.knows(back) ? back : "/");
  }
}
