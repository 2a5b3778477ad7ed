package io.github.consentgateway.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/**
 * Chooses one of the policy's languages: the one that a link or form names, else by {@code
 * Accept-Language} (RFC 4647 look-up), else the policy's first.
 */
final class Languages {

  static final String FIELD = "lang";
  private static final int LONGEST = 256;

  private Languages() {}

  /** The language of a page; {@code named} is what the link or form asks for. */
  static String of(Visit visit, Optional<String> named) {
    List<String> offered = visit.gate().policy().languages();
    return named
        .filter(offered::contains)
        .or(() -> accepted(visit.only("Accept-Language"), offered))
        .orElse(offered.get(0));
  }

  /** The language for a page that says its own, such as {@code fr-BE} (UI-19). */
  static String ofPage(Visit visit, Optional<String> said) {
    List<String> offered = visit.gate().policy().languages();
    return of(visit, said.flatMap(tag -> accepted(tag, offered)));
  }

  private static Optional<String> accepted(String field, List<String> offered) {
    if (field.isEmpty() || field.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(field), offered));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
