package io.github.consentgateway.demo.shop;

import io.github.consentgateway.demo.gate.Gate;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages that one only looks at. */
final class Reading {
  private static final int ON_HOME = 4;
  private static final int RECENT = 4;
  private static final Duration HALF_A_YEAR = Duration.ofDays(180);

  private Reading() {}

  static void home(Visit visit) throws IOException {
    visit.show("home", Map.of("products", Product.all().subList(0, ON_HOME)));
  }

  static void catalogue(Visit visit) throws IOException {
    String sought = visit.field("q");
    visit.show("catalogue", Map.of("products", matching(visit, sought), "sought", sought));
  }

  private static List<Product> matching(Visit visit, String sought) {
    Locale locale = visit.language().locale();
    Texts texts = Texts.in(visit.language());
    return Product.all().stream()
        .filter(
            product ->
                (texts.get("product." + product.id() + ".name")
                        + " "
                        + texts.get("product." + product.id() + ".text"))
                    .toLowerCase(locale)
                    .contains(sought.toLowerCase(locale)))
        .toList();
  }

  static void product(Visit visit, Product product) throws IOException {
    List<Product> recent = recent(visit, product);
    ShopCookies.set(
        visit.response(),
        ShopCookies.RECENT_PRODUCTS,
        recent.stream().map(Product::id).collect(Collectors.joining(".")),
        HALF_A_YEAR);
    visit.show("product", Map.of("product", product, "recent", recent.subList(1, recent.size())));
  }

  /** This product and those that the cookie remembers, if the shop is given it back. */
  private static List<Product> recent(Visit visit, Product product) {
    Set<Product> recent = new LinkedHashSet<>(List.of(product));
    CookieJar.value(visit.request(), ShopCookies.RECENT_PRODUCTS).stream()
        .flatMap(ids -> List.of(ids.split("\\.", RECENT + 1)).stream())
        .flatMap(id -> Product.of(id).stream())
        .forEach(recent::add);
    return recent.stream().limit(RECENT).toList();
  }

  static void newsletter(Visit visit) throws IOException {
    visit.show("newsletter", Map.of("done", !visit.field("done").isEmpty()));
  }

  static void blog(Visit visit) throws IOException {
    HttpServletResponse response = visit.response();
    response.addHeader(
        "Set-Cookie", ShopCookies.VIDEO_QUALITY + "=hd1080; Max-Age=31536000; Path=/");
    visit.show("blog", Map.of("playable", allows(visit, "video")));
  }

  static void contact(Visit visit) throws IOException {
    ShopCookies.set(
        visit.response(), ShopCookies.CHAT_VISITOR, "v-" + System.nanoTime(), HALF_A_YEAR);
    visit.show(
        "contact",
        Map.of("done", !visit.field("done").isEmpty(), "chattable", allows(visit, "chat")));
  }

  private static boolean allows(Visit visit, String purpose) {
    Gate gate = visit.gate();
    return gate.grants().allows(visit.request(), purpose);
  }

  static void privacy(Visit visit) throws IOException {
    visit.show("privacy");
  }

  /** Answers from another thread, as a page does that waits for a warehouse. */
  static void stock(Visit visit) {
    AsyncContext async = visit.request().startAsync();
    async.start(() -> finishStock(visit, async));
  }

  private static void finishStock(Visit visit, AsyncContext async) {
    HttpServletResponse response = (HttpServletResponse) async.getResponse();
    try {
      ShopCookies.set(response, ShopCookies.VARIANT, "a", Duration.ofDays(90));
      Map<String, Object> stock = Map.of("products", Product.all());
      visit.storefront().pages().show(response, "stock", visit.page(), stock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      async.complete();
    }
  }
}
