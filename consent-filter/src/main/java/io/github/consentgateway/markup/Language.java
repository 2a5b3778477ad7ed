package io.github.consentgateway.markup;

import java.util.Optional;

/** The language of a page as its {@code <html>} tag gives it, such as {@code fr-CA}. */
final class Language {
  /** What <a href="https://www.rfc-editor.org/rfc/rfc5646#section-4.4.1">BCP 47</a> asks for. */
  static final int LONGEST = 35;

  private static final byte[] LANG = Attributes.name("lang");

  private Language() {}

  static Optional<String> of(Attributes attributes) {
    return attributes.value(LANG, LONGEST).filter(Language::isTag);
  }

  private static boolean isTag(String text) {
    return !text.isEmpty() && text.chars().allMatch(Language::isTagCharacter);
  }

  private static boolean isTagCharacter(int c) {
    return c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
