package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A game of finding visitors of one day again on the next, whose pseudonyms are others. Who plays
 * has the whole record of each, has learned from another population whose links were known, and
 * names for each visitor the one of the next day that is most likely the same.
 */
@DisplayName(
    "TL-05, TL-08, TL-09, log test 27: a day's record finds few of its visitors on the next")
class LinkageGameTest {

  private static final long SEED = 20261128;
  private static final int VISITORS = 5_000;

  /** Who is looked for; the others are there to be taken for them. */
  private static final int ASKED = 1_000;

  /** How much more than by browser and device alone may be found. */
  private static final double FACTOR = 3;

  /** The same with how the visitor stands to cookies, which is a reason to keep no more of it. */
  private static final double FACTOR_OF_STANDING = 6;

  private static final Set<String> COARSE =
      Set.of("user_agent.name", "user_agent.version", "device.class");
  private static final Set<String> STANDING = Set.of("consent.state", "consent.gpc");

  private static List<LinkedDays> played = List.of();
  private static double bound;

  @BeforeAll
  static void populate() {
    played = SyntheticVisitors.days(new Random(SEED), VISITORS, false);
    bound = bound();
    System.out.printf("seed %d, bound %.2f %%%n", SEED, 100 * bound);
  }

  /** Of whoever guesses at random among those who have the same browser and device. */
  private static double bound() {
    Set<List<String>> kinds = new HashSet<>();
    played.forEach(visitor -> kinds.add(List.copyOf(visitor.first(COARSE::contains).values())));
    return kinds.size() / (double) VISITORS;
  }

  private static double links(String what, Predicate<String> fields) {
    return links(what, fields, played, false);
  }

  private static double links(
      String what, Predicate<String> fields, List<LinkedDays> visitors, boolean habits) {
    List<LinkedDays> others = SyntheticVisitors.days(new Random(SEED + 1), VISITORS, habits);
    double found = Linker.learned(others, fields).rightLinks(visitors, ASKED);
    System.out.printf("%s: %.2f %%, %.1f times the bound%n", what, 100 * found, found / bound);
    return found;
  }

  private static boolean isOurs(String field) {
    return !field.equals(SyntheticVisitors.RAW);
  }

  @Test
  @DisplayName("positive control: by browser and device alone as many are found as can be")
  void boundIsReached() {
    double coarse = links("browser and device", COARSE::contains);
    assertEquals(bound, coarse, bound / 3);
  }

  @Test
  @DisplayName("all that is on record but the standing to cookies links at most three times that")
  void recordLinksFew() {
    double found = links("without standing", field -> isOurs(field) && !STANDING.contains(field));
    assertTrue(found <= FACTOR * bound, found + " of " + bound);
  }

  @Test
  @DisplayName("the whole record, of which the standing to cookies stays, at most six times that")
  void wholeRecordLinksFew() {
    double found = links("whole record", LinkageGameTest::isOurs);
    assertTrue(found <= FACTOR_OF_STANDING * bound, found + " of " + bound);
  }

  @Test
  @DisplayName("positive control: with raw user agents the same player finds many")
  void rawAgentsLinkMany() {
    double found = links("with raw user agents", field -> true);
    assertTrue(found > 2 * FACTOR_OF_STANDING * bound, found + " of " + bound);
  }

  @Test
  @DisplayName("positive control: who has habits is found by them, which no log of requests hides")
  void habitsLinkMany() {
    List<LinkedDays> regular = SyntheticVisitors.days(new Random(SEED), VISITORS, true);
    double found = links("with habits", LinkageGameTest::isOurs, regular, true);
    assertTrue(found > FACTOR_OF_STANDING * bound, found + " of " + bound);
  }
}
