package io.github.consentgateway.page;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The words of the pages in one language; English where a language has none of its own. Immutable.
 */
final class Texts {

  private static final ResourceBundle.Control NO_SURPRISES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi");
  private static final int MONTH = 30;

  /** Where a bare language means another country's usage than the Union's. */
  private static final Map<String, Locale> REGIONS =
      Map.of("en", Locale.UK, "pt", Locale.forLanguageTag("pt-PT"));

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(Texts.class.getName(), locale, NO_SURPRISES);
  }

  static Texts of(String language) {
    return new Texts(REGIONS.getOrDefault(language, Locale.forLanguageTag(language)));
  }

  String say(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** The direction of the writing, as the attribute {@code dir} says it. */
  String direction() {
    return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
  }

  /** The name of a country of two letters. */
  String country(String code) {
    return new Locale("", code).getDisplayCountry(locale);
  }

  /** A life as it is applied: months of 30 days where it is made of such, else the largest unit. */
  String life(Duration life) {
    long days = life.toDays();
    if (days >= MONTH && days % MONTH == 0) {
      return say("life.months", count("months", days / MONTH), count("days", days));
    }
    return days > 0 ? count("days", days) : shorter(life);
  }

  private String shorter(Duration life) {
    return life.toHours() > 0
        ? count("hours", life.toHours())
        : count("minutes", Math.max(1, life.toMinutes()));
  }

  private String count(String unit, long number) {
    String form = Plural.of(locale, number).name().toLowerCase(Locale.ROOT);
    return say(unit + "." + form, number);
  }
}
