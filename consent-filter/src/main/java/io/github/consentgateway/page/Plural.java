package io.github.consentgateway.page;

import java.util.Locale;

/**
 * The forms that a noun takes beside a whole number, as the keys of the bundles name them (<a
 * href="https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html">CLDR,
 * language plural rules</a>).
 */
enum Plural {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  /**
   * The form for {@code number}, which is not negative, in the official languages of the Union and
   * in Arabic; in others the one that English takes.
   */
  static Plural of(Locale locale, long number) {
    return switch (locale.getLanguage()) {
      case "fr" -> number < 2 ? ONE : OTHER;
      case "cs", "sk" -> number == 1 ? ONE : number >= 2 && number <= 4 ? FEW : OTHER;
      case "pl" -> number == 1 ? ONE : endsIn(number, 2, 4) ? FEW : MANY;
      case "hr" -> endsIn(number, 1, 1) ? ONE : endsIn(number, 2, 4) ? FEW : OTHER;
      case "lt" -> lithuanian(number);
      case "lv" -> latvian(number);
      case "sl" -> slovene(number % 100);
      case "ro" -> number == 1 ? ONE : number == 0 || within(number % 100, 1, 19) ? FEW : OTHER;
      case "ga" -> irish(number);
      case "mt" -> maltese(number);
      case "ar" -> arabic(number);
      default -> number == 1 ? ONE : OTHER;
    };
  }

  private static boolean within(long number, long least, long most) {
    return number >= least && number <= most;
  }

  /** Whether the last digit is one of these, and the number does not end in a teen. */
  private static boolean endsIn(long number, long least, long most) {
    return within(number % 10, least, most) && !within(number % 100, 11, 14);
  }

  private static Plural lithuanian(long number) {
    if (within(number % 100, 11, 19) || number % 10 == 0) {
      return OTHER;
    }
    return number % 10 == 1 ? ONE : FEW;
  }

  private static Plural latvian(long number) {
    if (number % 10 == 0 || within(number % 100, 11, 19)) {
      return ZERO;
    }
    return number % 10 == 1 ? ONE : OTHER;
  }

  private static Plural slovene(long end) {
    return end == 1 ? ONE : end == 2 ? TWO : within(end, 3, 4) ? FEW : OTHER;
  }

  private static Plural irish(long number) {
    if (within(number, 1, 2)) {
      return number == 1 ? ONE : TWO;
    }
    return within(number, 3, 6) ? FEW : within(number, 7, 10) ? MANY : OTHER;
  }

  private static Plural arabic(long number) {
    if (number <= 2) {
      return values()[(int) number];
    }
    long end = number % 100;
    return within(end, 3, 10) ? FEW : end >= 11 ? MANY : OTHER;
  }

  private static Plural maltese(long number) {
    if (within(number, 1, 2)) {
      return number == 1 ? ONE : TWO;
    }
    long end = number % 100;
    return number == 0 || within(end, 3, 10) ? FEW : within(end, 11, 19) ? MANY : OTHER;
  }
}
