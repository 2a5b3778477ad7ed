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

  private static final List<String> PHRASES =
      List.of(
          "ameliorer votre experience",
          "ameliorer l experience",
          "amelioration de votre experience",
          "amelioration de l experience",
          "optimiser votre experience",
          "enrichir votre experience",
          "personnaliser votre experience",
          "meilleure experience",
          "experience optimale",
          "bon fonctionnement",
          "ameliorer nos services",
          "ameliorer notre site",
          "ameliorer le site",
          "ameliorer la qualite",
          "a des fins marketing",
          "fins statistiques",
          "interet legitime",
          "improve your experience",
          "improve the experience",
          "improve user experience",
          "improving your experience",
          "enhance your experience",
          "enhance user experience",
          "optimize your experience",
          "optimise your experience",
          "personalize your experience",
          "personalise your experience",
          "best experience",
          "better experience",
          "best possible experience",
          "improve our services",
          "improve our site",
          "improve our website",
          "improve the site",
          "improve the website",
          "marketing purposes",
          "statistical purposes",
          "legitimate interest",
          "legitimate interests");

  private static final Set<String> FILLERS =
      Set.of(
          ("a afin au aux avec cela ce ces cet cette dans de des du d en et est il ils je l la le les leur leurs"
                  + " ma mes mon ne nos notre nous on ou par pas plus pour qu que qui s sa se ses son sont sur"
                  + " tous tout toute toutes un une vos votre vous utilisons utilisateur utilisateurs utilisation"
                  + " usage navigation internet web site sites page pages service services cookie cookies"
                  + " traceur traceurs possible offrir fournir proposer permettre permet permettent visite"
                  + " and are as at be by can for from give in is it of on or our provide so that the these this"
                  + " to us use used users user visit we website with you your offer offers help helps online"
                  + " browsing while when all content")
              .split(" "));

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
