package io.github.consentgateway.traffic;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * What stands for a client, or for its network, on one day: 96 bits that say nothing without the
 * key of that day, which is destroyed. Nobody but this package can make one, so that nothing else
 * can be taken for it. Immutable.
 */
public final class Pseudonym {

  private static final int BYTES = 12;

  private final long first;
  private final int last;

  private Pseudonym(long first, int last) {
    this.first = first;
    this.last = last;
  }

  /** The first 96 bits of a keyed hash. */
  static Pseudonym of(byte[] code) {
    return new Pseudonym(bits(code, 0, Long.BYTES), (int) bits(code, Long.BYTES, BYTES));
  }

  private static long bits(byte[] octets, int from, int to) {
    long bits = 0;
    for (int i = from; i < to; i++) {
      bits = (bits << Byte.SIZE) | (octets[i] & 0xff);
    }
    return bits;
  }

  /** Base64url, 16 characters. */
  public String text() {
    byte[] octets = ByteBuffer.allocate(BYTES).putLong(first).putInt(last).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pseudonym that && first == that.first && last == that.last;
  }

  @Override
  public int hashCode() {
    return last;
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }
}
