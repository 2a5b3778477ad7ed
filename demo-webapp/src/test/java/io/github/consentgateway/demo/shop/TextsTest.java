package io.github.consentgateway.demo.shop;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.policy.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final Texts FRENCH = Texts.in(Language.FR);
  private static final Texts ENGLISH = Texts.in(Language.EN);

  /** French sets a space that does not break before these marks, and inside its quotes. */
  private static final Pattern BREAKING =
      Pattern.compile("[^\u00a0\u202f][;!?»]|[^\u00a0\u202f]:(?!/)|«[^\u00a0]");

  private static List<String> offending(Texts texts, Pattern pattern) {
    return texts.keys().stream()
        .map(texts::pattern)
        .filter(text -> pattern.matcher(text).find())
        .toList();
  }

  @Test
  @DisplayName("UI-19: both languages say everything")
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(FRENCH.keys(), ENGLISH.keys());
  }

  @Test
  void noTextIsEmpty() {
    Pattern empty = Pattern.compile("\\A\\s*\\z");
    assertAll(
        () -> assertEquals(List.of(), offending(FRENCH, empty)),
        () -> assertEquals(List.of(), offending(ENGLISH, empty)));
  }

  @Test
  void frenchKeepsItsMarksOnTheLine() {
    assertEquals(List.of(), offending(FRENCH, BREAKING));
  }

  @ParameterizedTest
  @CsvSource({"Quoi?", "'Quoi ?'", "« oui\u00a0»", "fin ;", "titre: texte"})
  @DisplayName("positive control: the check sees what it is for")
  void theCheckOfMarksSeesMistakes(String text) {
    assertTrue(BREAKING.matcher(text).find());
  }

  @Test
  void neitherLanguageHasStraightQuotes() {
    Pattern straight = Pattern.compile("['\"]");
    assertAll(
        () -> assertEquals(List.of(), offending(FRENCH, straight)),
        () -> assertEquals(List.of(), offending(ENGLISH, straight)));
  }

  @Test
  void languagesDiffer() {
    Stream.of("home.title", "lab.lead", "reason.UNKNOWN_NAME", "privacy.limit")
        .forEach(key -> assertFalse(FRENCH.get(key, 1).equals(ENGLISH.get(key, 1)), key));
  }

  @ParameterizedTest
  @CsvSource({"0, Panier, Basket", "1, Panier (1), Basket (1)", "12, Panier (12), Basket (12)"})
  void countsInBothLanguages(int count, String french, String english) {
    assertAll(
        () -> assertEquals(french, FRENCH.get("nav.basket", count)),
        () -> assertEquals(english, ENGLISH.get("nav.basket", count)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyProductHasANameAndADescription(Language language) {
    Texts texts = Texts.in(language);
    for (Product product : Product.all()) {
      assertTrue(texts.get("product." + product.id() + ".name").length() > 3);
      assertTrue(texts.get("product." + product.id() + ".text").length() > 30);
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonOfThePolicyHasAText(Reason reason) {
    assertTrue(FRENCH.keys().contains("reason." + reason), reason::name);
  }

  @Test
  @DisplayName("UI-16: no text threatens or announces a loss")
  void noTextThreatens() {
    Pattern threat = Pattern.compile("(?i)perdre l|perdrez|lose access|you will lose");
    assertAll(
        () -> assertEquals(List.of(), offending(FRENCH, threat)),
        () -> assertEquals(List.of(), offending(ENGLISH, threat)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextCanBeFilledIn(Language language) {
    Texts texts = Texts.in(language);
    assertAll(
        texts.keys().stream()
            .map(key -> () -> assertFalse(texts.get(key, 2, 3).contains("{"), key)));
  }

  @Test
  void anUnknownTextIsAMistake() {
    assertThrows(IllegalArgumentException.class, () -> FRENCH.get("no.such.text"));
  }
}
