package io.github.consentgateway.page;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages in one language; English where a language has none of its own. */
final class Texts {

  private static final ResourceBundle.Control NO_SURPRISES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(Texts.class.getName(), locale, NO_SURPRISES);
  }

  static Texts of(String language) {
    return new Texts(language.equals("en") ? Locale.UK : Locale.forLanguageTag(language));
  }

  String say(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), locale).format(parts);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }
}
