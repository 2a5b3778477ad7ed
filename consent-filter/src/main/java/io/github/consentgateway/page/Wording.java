package io.github.consentgateway.page;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words of the pages: the gateway's own in the official languages of the European Union, and
 * those that an application brings for another language, as {@code
 * consent-texts_<language>.properties} on its class path. Immutable and thread-safe.
 */
final class Wording {

  /** The languages that the gateway brings. */
  static final List<String> OURS =
      List.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt",
          "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv");

  private static final String THEIRS = "consent-texts";
  private static final ResourceBundle.Control NO_SURPRISES =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Where a bare language means another country's usage than the Union's. */
  private static final Map<String, Locale> REGIONS =
      Map.of("en", Locale.UK, "pt", Locale.forLanguageTag("pt-PT"));

  private final ClassLoader application;

  /** The words that {@code application} may add to. */
  Wording(ClassLoader application) {
    this.application = application;
  }

  /**
   * The words in one language.
   *
   * @throws MissingResourceException if there are none, as {@link #problems} tells beforehand
   */
  Texts in(String language) {
    Locale locale = REGIONS.getOrDefault(language, Locale.forLanguageTag(language));
    return new Texts(
        locale,
        OURS.contains(locale.getLanguage())
            ? ResourceBundle.getBundle(Texts.class.getName(), locale, NO_SURPRISES)
            : ResourceBundle.getBundle(THEIRS, locale, application, NO_SURPRISES));
  }

  /** What keeps pages from being worded in these languages, a sentence each. */
  List<String> problems(List<String> languages) {
    return languages.stream().flatMap(language -> problem(language).stream()).toList();
  }

  private Optional<String> problem(String language) {
    try {
      List<String> wrong = wrong(in(language));
      return wrong.isEmpty()
          ? Optional.empty()
          : Optional.of(file(language) + ": wrong or missing: " + String.join(", ", wrong));
    } catch (MissingResourceException e) {
      return Optional.of(
          "languages: \"%s\" has no texts; allowed: %s, or another one whose texts are in %s on the class path"
              .formatted(language, String.join(", ", OURS), file(language)));
    }
  }

  private static String file(String language) {
    return THEIRS + "_" + language.replace('-', '_') + ".properties";
  }

  /** Keys that are absent, empty, no pattern, or would make yes and no the same word. */
  private List<String> wrong(Texts texts) {
    TreeSet<String> keys =
        in("en").keys().stream()
            .filter(key -> !Texts.isCounted(key))
            .collect(Collectors.toCollection(TreeSet::new));
    keys.addAll(texts.countedKeys());
    List<String> wrong = new ArrayList<>(keys);
    wrong.removeIf(key -> texts.find(key).filter(Wording::isPattern).isPresent());
    if (wrong.isEmpty() && texts.say("button.refuse").equals(texts.say("button.accept"))) {
      wrong.add("button.refuse, the same as button.accept");
    }
    return wrong;
  }

  private static boolean isPattern(String text) {
    try {
      return !text.isBlank() && new MessageFormat(text, Locale.ROOT).toPattern() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
