package io.github.consentgateway.demo.journey;

import java.util.List;
import java.util.stream.Stream;

/** The addresses at which a visit to the shop may begin. */
final class Entrances {

  /** Pages that the shop answers with 200. */
  static final List<String> PAGES =
      List.of(
          "/en/",
          "/fr/",
          "/en/catalogue",
          "/en/catalogue?q=tea",
          "/en/product/tea",
          "/en/basket",
          "/en/sign-in",
          "/en/newsletter",
          "/en/blog",
          "/en/contact",
          "/en/privacy",
          "/en/stock");

  /** Pages that tell of an error. */
  static final List<String> ERRORS = List.of("/en/no-such-page", "/nowhere", "/en/crash");

  /** Addresses that send on to a page. */
  static final List<String> REDIRECTS = List.of("/", "/catalogue", "/sale");

  private Entrances() {}

  static Stream<String> all() {
    return Stream.of(PAGES, ERRORS, REDIRECTS).flatMap(List::stream);
  }

  /** Goes everywhere. */
  static void visitAll(Browser browser) {
    all().forEach(browser::open);
  }
}
