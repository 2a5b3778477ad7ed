package io.github.consentgateway.demo.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The texts of the shop in one language, by key. */
final class Texts {
  private static final Map<Language, Texts> BY_LANGUAGE = load();

  private final Language language;
  private final Properties texts;

  private Texts(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  static Texts in(Language language) {
    return BY_LANGUAGE.getOrDefault(language, new Texts(language, new Properties()));
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /**
   * A text with its arguments filled in, as {@link MessageFormat} does.
   *
   * @throws IllegalArgumentException if the language has no such text
   */
  String get(String key, Object... arguments) {
    return new MessageFormat(pattern(key), language.locale()).format(arguments);
  }

  /** A text as it is written down. */
  String pattern(String key) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return pattern;
  }

  private static Map<Language, Texts> load() {
    Map<Language, Texts> loaded = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      loaded.put(language, new Texts(language, read("texts_" + language.tag() + ".properties")));
    }
    return loaded;
  }

  private static Properties read(String name) {
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
