package io.github.consentgateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages that the gateway does not bring, with texts of the application. */
class WordingTest {

  @TempDir private Path folder;
  private final TreeMap<String, String> arabic = new TreeMap<>();

  @BeforeEach
  void fillIn() {
    Texts english = new Wording(getClass().getClassLoader()).in("en");
    english.keys().stream()
        .filter(key -> !Texts.isCounted(key))
        .forEach(key -> arabic.put(key, english.find(key).orElseThrow()));
    for (String unit : List.of("months", "days", "hours", "minutes")) {
      for (String form : List.of("zero", "one", "two", "few", "many", "other")) {
        arabic.put(unit + "." + form, "{0} " + unit);
      }
    }
    arabic.put("title", "ملفات تعريف الارتباط");
  }

  private Wording wording() throws IOException {
    StringBuilder text = new StringBuilder();
    arabic.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Files.writeString(folder.resolve("consent-texts_ar.properties"), text, StandardCharsets.UTF_8);
    URL[] path = {folder.toUri().toURL()};
    return new Wording(new URLClassLoader(path, getClass().getClassLoader()));
  }

  @Test
  @DisplayName("UI-19: an application may bring another language, whole")
  void anotherLanguageCanBeBrought() throws IOException {
    assertEquals(List.of(), wording().problems(List.of("fr", "ar")));
    assertEquals("ملفات تعريف الارتباط", wording().in("ar").say("title"));
    assertEquals("rtl", wording().in("ar").direction());
  }

  @Test
  @DisplayName("a language without texts is refused, never shown in another one")
  void languageWithoutTextsIsRefused() {
    List<String> problems = new Wording(getClass().getClassLoader()).problems(List.of("tlh", "fr"));

    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("languages: \"tlh\" has no texts; allowed: bg, cs"));
    assertTrue(problems.get(0).contains("consent-texts_tlh.properties"), problems::toString);
  }

  @ParameterizedTest
  @DisplayName("a text that is missing, empty or no pattern is named")
  @CsvSource({"button.refuse,", "days.many,", "banner.ask, ''", "banner.ask, '{0'", "kept, '   '"})
  void eachMistakeIsNamed(String key, String value) throws IOException {
    if (value == null) {
      arabic.remove(key);
    } else {
      arabic.put(key, value);
    }

    assertEquals(
        List.of("consent-texts_ar.properties: wrong or missing: " + key),
        wording().problems(List.of("ar")));
  }

  @Test
  @DisplayName("UI-05: yes and no are two words")
  void yesAndNoDiffer() throws IOException {
    arabic.put("button.refuse", arabic.get("button.accept"));

    assertTrue(wording().problems(List.of("ar")).get(0).contains("the same as button.accept"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt-BR", "fr-CA", "en-US", "de-AT"})
  void regionsSpeakTheLanguage(String tag) {
    assertEquals(List.of(), new Wording(getClass().getClassLoader()).problems(List.of(tag)));
  }
}
