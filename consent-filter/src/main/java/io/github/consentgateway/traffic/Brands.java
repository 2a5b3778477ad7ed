package io.github.consentgateway.traffic;

import io.github.consentgateway.traffic.Browser.Family;

/**
 * What {@code Sec-CH-UA} says: brands between quotation marks, each with its major version (<a
 * href="https://wicg.github.io/ua-client-hints/#sec-ch-ua">User-Agent Client Hints</a>). Among them
 * are ones that mean nothing, so that nobody relies on their form. Makes no object.
 */
final class Brands {

  private static final String VERSION = "v=\"";

  private Brands() {}

  /** The browser that the brands name, or {@code otherwise}. */
  static Browser browser(String brands, Browser otherwise) {
    Family family = Family.OTHER;
    int major = 0;
    int length = Math.min(brands.length(), Browser.LONGEST);
    int begin = brands.indexOf('"');
    while (begin >= 0 && begin < length) {
      int end = end(brands, begin + 1, length);
      int version = brands.indexOf(VERSION, end);
      if (version < 0) {
        break;
      }
      Family named = family(brands, begin + 1, end);
      if (named.isBefore(family)) {
        family = named;
        major = Digits.number(brands, version + VERSION.length(), length);
      }
      begin = brands.indexOf('"', end(brands, version + VERSION.length(), length) + 1);
    }
    return family == Family.OTHER || major <= 0 ? otherwise : Browser.of(family, major);
  }

  /** The quotation mark that ends a text; those after a backslash do not. */
  private static int end(String text, int from, int length) {
    int at = from;
    while (at < length && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, length);
  }

  private static Family family(String text, int from, int to) {
    if (is("Google Chrome", text, from, to) || is("Chromium", text, from, to)) {
      return Family.CHROME;
    }
    if (is("Microsoft Edge", text, from, to)) {
      return Family.EDGE;
    }
    if (is("Opera", text, from, to)) {
      return Family.OPERA;
    }
    if (is("Samsung Internet", text, from, to)) {
      return Family.SAMSUNG_INTERNET;
    }
    if (is("YaBrowser", text, from, to) || is("Yandex", text, from, to)) {
      return Family.YANDEX_BROWSER;
    }
    return is("HeadlessChrome", text, from, to) ? Family.BOT : Family.OTHER;
  }

  private static boolean is(String name, String text, int from, int to) {
    return to - from == name.length() && text.startsWith(name, from);
  }
}
