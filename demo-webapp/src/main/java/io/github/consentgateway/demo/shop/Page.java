package io.github.consentgateway.demo.shop;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Optional;

/**
 * What every page needs to be drawn.
 *
 * @param language its language
 * @param path its path after the language, such as {@code /basket}; empty for a page that has none
 * @param visitorName the name of the visitor who is signed in
 * @param basketCount how many things lie in the basket
 * @param gated whether the consent gateway stands in front of the shop
 */
public record Page(
    Language language, String path, Optional<String> visitorName, int basketCount, boolean gated) {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final double CENTS = 100;

  /** A text in the language of the page. */
  public String text(String key, Object... arguments) {
    return Texts.in(language).get(key, arguments);
  }

  /** The text of {@code key}, or {@code otherwise} if the language has none. */
  public String textOr(String key, String otherwise) {
    return Texts.in(language).keys().contains(key) ? text(key) : otherwise;
  }

  /** The address of a page of the shop in this language. */
  public String to(String target) {
    return "/" + language.tag() + target;
  }

  /** The address of a static file. */
  public String asset(String name) {
    return Assets.address(name);
  }

  /** Whether this page lies below {@code section}, to mark it in the menu. */
  public boolean in(String section) {
    return path.equals(section) || path.startsWith(section + "/");
  }

  /** A price. */
  public String price(int cents) {
    NumberFormat format = NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(EURO);
    return format.format(cents / CENTS);
  }
}
