package io.github.consentgateway.markup;

/** The name of a tag as it comes in, in lower case: all that is kept are its first 16 octets. */
final class Name {
  private static final long ENDS = Octets.BLANKS | Octets.setOf("/>");
  private static final int LOWER = 0x20;

  private long first;
  private long second;
  private int length;

  static Name of(String text) {
    Name name = new Name();
    text.chars().forEach(c -> name.add((byte) c));
    return name;
  }

  static boolean isEnd(byte octet) {
    return Octets.isIn(ENDS, octet);
  }

  void clear() {
    first = 0;
    second = 0;
    length = 0;
  }

  /** Reads on to the delimiter behind the name, which it returns, or to the end. */
  int read(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && !isEnd(octets[at])) {
      add(octets[at++]);
    }
    return at;
  }

  /** Digits and hyphens have the bit already; no name that matters has other signs. */
  void add(byte octet) {
    long lower = (octet | LOWER) & 0xFF;
    if (length < Long.BYTES) {
      first |= lower << (length * Byte.SIZE);
    } else if (length < 2 * Long.BYTES) {
      second |= lower << (length * Byte.SIZE);
    }
    length++;
  }

  /** Those that matter have at most 14 octets, and behind the end of a name stand zeros. */
  boolean is(Name other) {
    return first == other.first && second == other.second;
  }

  /** The same for the same names, and hardly ever for others. */
  long key() {
    return (first * 31 + second) * 31 + length;
  }

  /** Not negative. */
  int hash() {
    return (int) ((key() * 0x9E37_79B9_7F4A_7C15L) >>> 40);
  }
}
