package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of the shop; it is the first part of each page's path. */
public enum Language {
  /** French, which visitors get who ask for neither. */
  FR(Locale.FRANCE, "Français"),
  /** English. */
  EN(Locale.UK, "English");

  private final Locale locale;
  private final String nativeName;

  Language(Locale locale, String nativeName) {
    this.locale = locale;
    this.nativeName = nativeName;
  }

  /** The tag for the {@code lang} attribute and for paths. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The name that its speakers give it. */
  public String nativeName() {
    return nativeName;
  }

  /** The other one. */
  public Language other() {
    return this == FR ? EN : FR;
  }

  Locale locale() {
    return locale;
  }

  static Optional<Language> of(String tag) {
    return Stream.of(values()).filter(language -> language.tag().equals(tag)).findFirst();
  }

  /** The language of a path such as {@code /fr/basket}. */
  static Optional<Language> ofPath(String path) {
    String[] parts = path.split("/", 3);
    return parts.length > 1 && parts[0].isEmpty() ? of(parts[1]) : Optional.empty();
  }

  /** What the visitor chose by the switch, else what the browser prefers. */
  static Language preferred(HttpServletRequest request) {
    return CookieJar.value(request, ShopCookies.LANGUAGE)
        .flatMap(Language::of)
        .orElseGet(() -> accepted(request));
  }

  private static Language accepted(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return FR;
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> of(locale.getLanguage()).stream())
        .findFirst()
        .orElse(EN);
  }
}
