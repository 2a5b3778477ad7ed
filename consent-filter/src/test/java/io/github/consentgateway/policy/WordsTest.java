package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @DisplayName("UI-02: phrases that fit every purpose are vague")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Améliorer votre expérience de navigation sur notre site internet.",
        "AMÉLIORER VOTRE EXPÉRIENCE, et vous offrir le meilleur service.",
        "Nous utilisons des cookies afin d’améliorer l’expérience utilisateur.",
        "Assurer le bon fonctionnement du site et de ses services en ligne.",
        "À des fins statistiques, pour notre site web et nos services.",
        "We use cookies to improve your experience on our website and services.",
        "Cookies help us to enhance your experience while browsing our site.",
        "To give you the best possible experience with our online content.",
        "For marketing purposes, and to improve our services for all users."
      })
  void tellsVagueDescriptions(String text) {
    assertTrue(VagueText.isVague(text));
  }

  @DisplayName("UI-02: such a phrase beside something precise is not vague")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retenir la taille du texte et la devise pour améliorer votre expérience.",
        "Compter les pages vues, par page et par jour, pour savoir lesquelles servent.",
        "To improve our services we count page views per day and per page.",
        "Play the demonstration videos, which YouTube sends from its own servers.",
        "!?"
      })
  void letsPreciseDescriptionsPass(String text) {
    assertFalse(VagueText.isVague(text));
  }

  @DisplayName("a list is its lines; one that begins with # is a comment")
  @ParameterizedTest
  @CsvSource({
    "filler-words.txt, afin",
    "vague-phrases.txt, bon fonctionnement",
    "trackers.txt, _ga | Google Analytics"
  })
  void readsListsWithoutTheirComments(String resource, String line) {
    List<String> lines = WordList.read(resource);

    assertTrue(lines.contains(line));
    assertTrue(lines.stream().noneMatch(each -> each.startsWith("#")));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, '', 3",
    "'', abc, 3",
    "abc, axc, 1",
    "purpose, purposes, 1",
    "ab, ba, 2"
  })
  void countsLetters(String a, String b, int distance) {
    assertEquals(distance, Spelling.distance(a, b));
  }

  @ParameterizedTest
  @CsvSource({
    "purposs, purposes",
    "PURPOSES, purposes",
    "nam, name",
    "x, ''",
    "colour, ''",
    "exmptt, exempt"
  })
  void guessesTheWordThatWasMeant(String word, String meant) {
    assertEquals(
        Optional.of(meant).filter(text -> !text.isEmpty()),
        Spelling.closest(word, List.of("name", "purposes", "exempt")));
  }

  @Test
  void guessesNothingForVeryLongWords() {
    String longest = "a".repeat(40);

    assertEquals(Optional.of(longest), Spelling.closest(longest, List.of(longest)));
    assertEquals(Optional.empty(), Spelling.closest(longest + "a", List.of(longest)));
  }
}
