package io.github.consentgateway.markup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page costs that was made to cost much. */
class LinearTimeTest {
  private static final int LONG = 1024 * 1024;

  /** Between 4, if the cost grows as the page does, and 16, if it grows with the square. */
  private static final int TOO_MUCH = 10;

  /**
   * Below this, the clock and the compiler say more than the page; the square of 1 MB takes
   * minutes.
   */
  private static final long SOON = 150_000_000;

  private static final int ROUNDS = 5;
  private static final List<String> BEFORE =
      List.of("", "<body><script>", "<body>" + "<svg><desc>".repeat(100));

  private final Passing passing = new Passing(Placement.MARKER, (place, tag) -> new byte[0]);

  @DisplayName("1 MB of anything costs about four times as much as 256 KB of it")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "</",
        "<!-",
        "<!--",
        "<?",
        "<a",
        "<a ",
        "<a b=\"",
        "<a b='\"",
        "a ",
        "=",
        " ",
        "<p data-consent-banne ",
        "<p data-consent-banners>",
        "<script><!--<script",
        "<script><!--<script>",
        "</script",
        "<title></titl",
        "<template>",
        "<svg>",
        "<svg><desc><b>",
        "<svg><![CDATA[]",
        "<svg></x>",
        "</x>",
        "<?xml ",
        "\u00ef\u00bb"
      })
  void isReadInLinearTime(String piece) {
    for (String before : BEFORE) {
      assertLinear(before, piece, LONG, LONG);
      assertLinear(before, piece, LONG / 4, 1);
    }
  }

  private void assertLinear(String before, String piece, int length, int cut) {
    int pieces = length / piece.length();
    long quarter = time(before + piece.repeat(pieces / 4), cut);
    long whole = time(before + piece.repeat(pieces), cut);
    assertTrue(
        whole < SOON || whole < TOO_MUCH * quarter,
        () -> before + ": " + quarter + " ns, then " + whole + " ns");
  }

  /** The time of this thread only, whatever else the machine does. */
  private long time(String page, int cut) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS && best > SOON; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      passing.pieces(page, () -> cut);
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
