package io.github.consentgateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of every language. */
class BundlesTest {

  private static final List<String> UNITS = List.of("months", "days", "hours", "minutes");

  private static Texts texts(String language) {
    return new Wording(BundlesTest.class.getClassLoader()).in(language);
  }

  /** The official languages of the European Union. */
  static List<String> union() {
    return Wording.OURS;
  }

  @Test
  @DisplayName("UI-19: the 24 official languages of the European Union")
  void unionIsComplete() {
    assertEquals(24, union().size());
    assertEquals(List.of(), new Wording(getClass().getClassLoader()).problems(union()));
  }

  private static Properties bundle(String language) {
    String name = language.equals("en") ? "Texts.properties" : "Texts_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  /** The keys, but for the forms of numbers, which each language has its own of. */
  private static Set<String> keys(Properties texts) {
    return texts.stringPropertyNames().stream()
        .filter(key -> UNITS.stream().noneMatch(unit -> key.startsWith(unit + ".")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @DisplayName("UI-19: every text in each official language of the Union")
  @MethodSource("union")
  void noTextIsMissing(String language) {
    Properties texts = bundle(language);

    assertEquals(keys(bundle("en")), keys(texts));
    texts.forEach((key, text) -> assertFalse(text.toString().isBlank(), key + " is empty"));
    texts.forEach((key, text) -> assertFalse(text.toString().contains("'"), key + " has '"));
  }

  @ParameterizedTest
  @MethodSource("union")
  void everyTextHasTheSameParts(String language) {
    Properties english = bundle("en");
    Properties texts = bundle(language);

    for (String key : keys(english)) {
      assertEquals(parts(english.getProperty(key)), parts(texts.getProperty(key)), key);
    }
  }

  private static Set<Integer> parts(String pattern) {
    return Stream.iterate(0, i -> i + 1)
        .limit(new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length)
        .filter(i -> pattern.contains("{" + i + "}"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @DisplayName("a word for every number of days, hours, minutes and months")
  @MethodSource("union")
  void everyNumberHasItsForm(String language) {
    Texts texts = texts(language);
    for (int i = 1; i <= 390; i++) {
      assertFalse(texts.life(Duration.ofDays(i)).isBlank());
    }
    for (int i = 1; i <= 23; i++) {
      assertFalse(texts.life(Duration.ofHours(i)).isBlank());
    }
    for (int i = 0; i <= 59; i++) {
      assertFalse(texts.life(Duration.ofMinutes(i)).isBlank());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 390, '13 mois (390 jours)'",
    "fr, 365, 365 jours",
    "fr, 1,   1 jour",
    "en, 1,   1 day",
    "en, 30,  1 month (30 days)",
    "en, 29,  29 days",
    "en, 31,  31 days",
  })
  void livesAreSaidAsTheyAreApplied(String language, int days, String said) {
    assertEquals(said, texts(language).life(Duration.ofDays(days)));
  }

  @Test
  void leftToRightIsKnown() {
    assertEquals("ltr", texts("fr").direction());
  }

  @ParameterizedTest
  @DisplayName("CLDR: examples of its plural rules for integers")
  @CsvSource({
    "fr, ONE,   0 1",
    "fr, OTHER, 2 17",
    "en, ONE,   1",
    "en, OTHER, 0 2 11",
    "cs, ONE,   1",
    "cs, FEW,   2 3 4",
    "cs, OTHER, 0 5 19 102",
    "pl, FEW,   2 3 4 22 34 102",
    "pl, MANY,  0 5 11 12 14 21 112",
    "hr, ONE,   1 21 101",
    "hr, FEW,   2 3 4 22 104",
    "hr, OTHER, 0 5 11 12 19 111",
    "lt, ONE,   1 21 101",
    "lt, FEW,   2 9 22 109",
    "lt, OTHER, 0 10 11 20 111",
    "lv, ZERO,  0 10 11 19 20 30",
    "lv, ONE,   1 21 101",
    "lv, OTHER, 2 9 22 109",
    "sl, ONE,   1 101 201",
    "sl, TWO,   2 102",
    "sl, FEW,   3 4 103",
    "sl, OTHER, 0 5 19 100",
    "ro, ONE,   1",
    "ro, FEW,   0 2 16 102",
    "ro, OTHER, 20 35 100",
    "ga, ONE,   1",
    "ga, TWO,   2",
    "ga, FEW,   3 6",
    "ga, MANY,  7 10",
    "ga, OTHER, 0 11 25",
    "ar, ZERO,  0",
    "ar, ONE,   1",
    "ar, TWO,   2",
    "ar, FEW,   3 10 103 110",
    "ar, MANY,  11 26 99 111",
    "ar, OTHER, 100 102 200",
    "mt, ONE,   1",
    "mt, TWO,   2",
    "mt, FEW,   0 3 10 103",
    "mt, MANY,  11 19 111",
    "mt, OTHER, 20 35 100",
  })
  void numbersTakeTheirForm(String language, Plural form, String numbers) {
    for (long number : Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray()) {
      assertEquals(form, Plural.of(Locale.forLanguageTag(language), number), "for " + number);
    }
  }
}
