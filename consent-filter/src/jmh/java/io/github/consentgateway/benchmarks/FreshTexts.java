package io.github.consentgateway.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts in turn, each time as a new string, as they come off a connection. */
final class FreshTexts {

  private final byte[][] octets;
  private int next;

  /** The number of texts must be a power of two, so that taking the next one costs little. */
  FreshTexts(List<String> texts) {
    if (Integer.bitCount(texts.size()) != 1) {
      throw new IllegalArgumentException(texts.size() + " texts; a power of two is needed");
    }
    octets =
        texts.stream()
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
  }

  /** The next text. */
  String next() {
    byte[] now = octets[next];
    next = (next + 1) & (octets.length - 1);
    return new String(now, StandardCharsets.ISO_8859_1);
  }

  /** Whether the next text is the first one. */
  boolean isAtStart() {
    return next == 0;
  }
}
