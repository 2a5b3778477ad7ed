package io.github.consentgateway.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells descriptions that say nothing. A visitor consents to what is done, in words that can be
 * checked (CNIL, deliberation SAN-2022-027, TikTok): "improve your experience" is none of them,
 * unless something is said beside it.
 */
final class VagueText {

  static final int SHORTEST = 40;

  private static final int LEAST_WORDS = 4;

  private static final List<String> PHRASES = WordList.read("vague-phrases.txt");
  private static final Set<String> FILLERS = Set.copyOf(WordList.read("filler-words.txt"));

  private VagueText() {}

  /** Whether nothing, or nearly nothing, is said beside a phrase that fits every purpose. */
  static boolean isVague(String text) {
    String plain = " " + plain(text) + " ";
    String rest = plain;
    for (String phrase : PHRASES) {
      rest = rest.replace(" " + phrase + " ", "  ");
    }
    return !rest.equals(plain) && words(rest) < LEAST_WORDS;
  }

  private static long words(String text) {
    return Stream.of(text.split(" +"))
        .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
        .count();
  }

  /** The text in small letters without accents, with one space between two words. */
  private static String plain(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(letters.length());
    letters
        .chars()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> plain.append(Character.isLetterOrDigit(c) ? (char) c : ' '));
    return plain.toString().strip().replaceAll(" +", " ");
  }
}
