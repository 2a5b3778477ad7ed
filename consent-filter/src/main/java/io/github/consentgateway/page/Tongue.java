package io.github.consentgateway.page;

import java.util.Locale;

/**
 * A language that the pages come in.
 *
 * @param tag the language tag
 * @param name its name in the language itself
 */
record Tongue(String tag, String name) {

  static Tongue of(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayName(locale);
    int first = name.offsetByCodePoints(0, 1);
    return new Tongue(tag, name.substring(0, first).toUpperCase(locale) + name.substring(first));
  }
}
