package io.github.consentgateway.markup;

import static io.github.consentgateway.markup.Passing.assertPasses;
import static io.github.consentgateway.markup.Passing.octets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves when, what is asked, and how much is held. */
class MarkupGateTest {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private final MarkupGate gate =
      new MarkupGate(Placement.BODY, Placement.MARKER, this::insertion, output);

  private byte[] insertion(Place place, Optional<String> language) {
    asked.add(place + language.map(" "::concat).orElse(""));
    return octets("[" + place + "]");
  }

  private String left() {
    String left = output.toString(StandardCharsets.ISO_8859_1);
    output.reset();
    return left;
  }

  private String leftAfter(String piece) throws IOException {
    gate.write(octets(piece), 0, piece.length());
    return left();
  }

  @Test
  void holdsNothingButAnUnfinishedTag() throws IOException {
    assertEquals("<!DOCTYPE html>", leftAfter("<!DOCTYPE html>"));
    assertEquals("<html> ", leftAfter("<html> <bo"));
    assertEquals("", leftAfter("dy class='"));
    assertEquals("", leftAfter("a>b"));
    assertEquals("<body class='a>b'>[BANNER]te", leftAfter("'>te"));
    assertEquals("xt", leftAfter("xt<"));
    assertEquals("<!-- ", leftAfter("!-- "));
    assertEquals("--><script>a", leftAfter("--><script>a"));
    assertEquals("</scr", leftAfter("</scr"));
    assertEquals("ipt>", leftAfter("ipt></"));
    assertEquals("[CONTROL]</body>", leftAfter("body>"));
    assertEquals("<p class='", leftAfter("<p class='"));
    gate.finish();
    assertEquals("", left());
  }

  @Test
  void asksAtMostOnceForEachPlaceAndWhenItIsReached() throws IOException {
    leftAfter("<html lang=fr><head></head>");
    assertEquals(List.of(), asked);
    leftAfter("<body>");
    assertEquals(List.of("BANNER fr"), asked);
    leftAfter("<body></body><body></body>");
    gate.finish();
    gate.finish();
    assertEquals(List.of("BANNER fr", "CONTROL fr"), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<frameset></frameset>", "\u00fe\u00ff", "<title>"})
  void asksForNothingInAPageWithoutPlace(String page) throws IOException {
    leftAfter(page);
    gate.finish();
    assertEquals(List.of(), asked);
  }

  @Test
  void passesAPageAsItIsWhenThereIsNothingToInsert() {
    String page = "<html><body class=a>text</body></html>";
    assertEquals(page, new Passing(Placement.BODY, (place, lang) -> new byte[0]).whole(page));
  }

  @Test
  void takesOnlyTheRegionItIsGiven() throws IOException {
    gate.write(octets("<x><body>a<y>"), 3, 10);
    gate.write(octets("<z>"), 1, 1);
    gate.finish();
    assertEquals("<body>[BANNER]a[CONTROL]", left());
    assertThrows(IndexOutOfBoundsException.class, () -> gate.write(new byte[2], 1, 3));
  }

  @Test
  void neitherFlushesNorClosesTheOutput() throws IOException {
    OutputStream strict =
        new OutputStream() {
          @Override
          public void write(int octet) {}

          @Override
          public void flush() {
            throw new AssertionError("flushed");
          }

          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    MarkupGate other = new MarkupGate(Placement.BODY, Placement.MARKER, this::insertion, strict);
    other.write(octets("<body>a"), 0, 7);
    other.finish();
    assertFalse(asked.isEmpty());
  }

  @Test
  void tellsWhenTheOutputFails() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("gone");
          }
        };
    MarkupGate other = new MarkupGate(Placement.BODY, Placement.MARKER, this::insertion, broken);
    assertThrows(IOException.class, () -> other.write(octets("<body>a"), 0, 7));
  }

  @ParameterizedTest(name = "a tag of {0} octets: {1}")
  @CsvSource({"16383, true", "16384, true", "16385, false", "40000, false"})
  void readsTheAttributesOfATagOfUpTo16KiB(int length, boolean read) {
    String end = " data-consent-control>";
    String tag = "<p " + "x".repeat(length - 3 - end.length()) + end;
    String rest = read ? "[C]a</body>" : "a[C]</body>";
    assertPasses(Placement.BODY, "<body>[B]" + tag + rest);
  }

  @ParameterizedTest(name = "an unfinished tag of {0} octets: {1}")
  @CsvSource({"16383, true", "16384, true", "16385, false", "40000, false"})
  void insertsNothingInATagThatIsTooLongToBeHeld(int length, boolean held) {
    String tag = "<a href='" + "x".repeat(length - 9);
    assertPasses(Placement.BODY, "<body>[B]a" + (held ? "[C]" : "") + tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", " a='", " a = ", " a=b c/"})
  void knowsWhereATagEndsThatIsTooLongToBeHeld(String attributes) {
    String blank = " ".repeat(20_000);
    String quote = attributes.contains("'") ? "'" : "";
    String many = (attributes + blank + quote).repeat(3);
    assertPasses(Placement.BODY, "<body" + many + ">[B]<style" + many + "></body></style>a[C]");
    assertPasses(Placement.BODY, "[B]<p" + many + ">a[C]</body" + many + ">");
    assertPasses(Placement.BODY, "<?xml " + many + " encoding=utf-16?><body>[B]a[C]</body>");
  }

  @Test
  void takesNoNoticeOfATagWithANameTooLongToBeHeld() {
    String name = "x".repeat(Passage.LONGEST - 1);
    assertPasses(Placement.BODY, "[B]<" + name + "><p>a[C]</body>");
    assertPasses(Placement.BODY, "<x" + name + ">[B]<p>a[C]</body>");
    assertPasses(Placement.BODY, "[B]a<x" + name + "></x" + name + ">[C]</body>");
  }

  @Test
  void readsTheAttributesOfATagBehindOneThatIsTooLong() {
    String tooLong = "<b " + "x y=z ".repeat(10_000) + ">";
    assertPasses(Placement.BODY, "[B]" + tooLong + "<p a data-consent-control>[C]");
  }
}
