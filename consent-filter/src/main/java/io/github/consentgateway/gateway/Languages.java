package io.github.consentgateway.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Chooses one of the policy's languages by {@code Accept-Language} (RFC 4647 look-up). */
final class Languages {

  private static final int LONGEST = 256;

  private Languages() {}

  static String of(Visit visit) {
    List<String> offered = visit.gate().policy().languages();
    return wanted(visit.only("Accept-Language"), offered).orElse(offered.get(0));
  }

  private static Optional<String> wanted(String accepted, List<String> offered) {
    if (accepted.isEmpty() || accepted.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(accepted), offered));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
