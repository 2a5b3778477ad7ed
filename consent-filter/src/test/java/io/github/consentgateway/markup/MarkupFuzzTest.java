package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * No octets make the gate fail, lose one, or change its mind because of how they are cut. Runs on
 * the committed inputs; fuzzes when the environment variable JAZZER_FUZZ is 1.
 */
class MarkupFuzzTest {

  /** Marks that no page has: a page with one is left out. */
  private static final Pattern MARK = Pattern.compile("\u0001[BC]\u0002");

  private static final Insertions MARKS = MarkupFuzzTest::mark;

  private static byte[] mark(Place place, Optional<String> language) {
    return Passing.octets("\u0001" + place.name().charAt(0) + "\u0002");
  }

  @FuzzTest(maxDuration = "1m")
  void body(byte[] octets) {
    check(Placement.BODY, octets);
  }

  @FuzzTest(maxDuration = "1m")
  void marker(byte[] octets) {
    check(Placement.MARKER, octets);
  }

  private static void check(Placement placement, byte[] octets) {
    String page = new String(octets, StandardCharsets.ISO_8859_1);
    if (MARK.matcher(page).find()) {
      return;
    }
    Passing passing = new Passing(placement, MARKS);
    String whole = passing.whole(page);
    assertEquals(page, MARK.matcher(whole).replaceAll(""));
    assertTrue(MARK.matcher(whole).results().count() <= 2);
    assertEquals(whole, passing.pieces(page, () -> 1));
    // The page is its own seed, so that a failure can be repeated.
    Random lengths = new Random(page.hashCode());
    assertEquals(whole, passing.pieces(page, () -> 1 + lengths.nextInt(9)));
  }
}
