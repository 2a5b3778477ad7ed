package io.github.consentgateway.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The hash of all lines of a segment so far. Immutable. */
final class LineChain {

  private static final int BYTES = 32;
  private static final int SHOWN = 12;

  /** Before the first line. */
  static final LineChain BEGUN = new LineChain(new byte[BYTES]);

  private final byte[] hash;

  private LineChain(byte[] hash) {
    this.hash = hash;
  }

  LineChain with(String line) {
    byte[] octets = line.getBytes(StandardCharsets.UTF_8);
    return with(octets, octets.length);
  }

  /** With a line of so many octets, its end included. */
  LineChain with(byte[] octets, int length) {
    HmacWork work = HmacWork.take();
    try {
      work.sha.update(hash, 0, BYTES);
      work.sha.update(octets, 0, length);
      return new LineChain(work.sha.digest());
    } finally {
      work.giveBack();
    }
  }

  /** The beginning of it, which each line carries of the lines before. */
  String mark() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, SHOWN));
  }

  /** All of it. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineChain that && Arrays.equals(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }
}
