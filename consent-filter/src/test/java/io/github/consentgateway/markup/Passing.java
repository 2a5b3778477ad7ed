package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** Passes pages through a gate. One character of a page stands for one octet. */
final class Passing {
  private static final Pattern MARK = Pattern.compile("\\[[BC]( [^]]*)?]");

  private final Placement placement;
  private final Insertions insertions;

  Passing(Placement placement, Insertions insertions) {
    this.placement = placement;
    this.insertions = insertions;
  }

  /**
   * That a page becomes the expected one, however it is cut: {@code [B]}, or {@code [B fr]} with a
   * language, stands where the banner has been inserted, {@code [C]} where the control has been.
   * The page is what is left without them.
   */
  static void assertPasses(Placement placement, String expected) {
    Passing passing = new Passing(placement, Passing::mark);
    String page = MARK.matcher(expected).replaceAll("");
    assertEquals(expected, passing.whole(page));
    assertEquals(expected, passing.pieces(page, () -> 1), "octet by octet");
    assertEquals(expected, passing.pieces(page, () -> 7), "in pieces of 7");
  }

  private static byte[] mark(Place place, Optional<String> language) {
    String tag = place == Place.BANNER ? language.map(" "::concat).orElse("") : "";
    return octets("[" + place.name().charAt(0) + tag + "]");
  }

  static byte[] octets(String page) {
    return page.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In one piece. */
  String whole(String page) {
    return pieces(page, () -> Math.max(1, page.length()));
  }

  /** In pieces of these lengths, each in an array that is spoiled as soon as it has been taken. */
  String pieces(String page, IntSupplier lengths) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    MarkupGate gate = new MarkupGate(placement, Placement.MARKER, insertions, output);
    byte[] octets = octets(page);
    try {
      for (int from = 0, to; from < octets.length; from = to) {
        to = Math.min(octets.length, from + lengths.getAsInt());
        gate.write(octets, from, to);
        Arrays.fill(octets, from, to, (byte) '#');
      }
      gate.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.toString(StandardCharsets.ISO_8859_1);
  }
}
