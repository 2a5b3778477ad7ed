package io.github.consentgateway.markup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for octets in a region of an array; what is not found is found at the end. All delimiters
 * of HTML are below 0x40, so that a set of them fits in one long, and none of them can be the
 * second half of a character in Shift_JIS, GBK, Big5 or EUC, where those are 0x40 or more.
 */
final class Octets {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;

  /** What the HTML Standard calls whitespace. */
  static final long BLANKS = setOf("\t\n\f\r ");

  private Octets() {}

  static long setOf(String delimiters) {
    return delimiters.chars().mapToLong(c -> 1L << c).reduce(0, (some, more) -> some | more);
  }

  static boolean isIn(long set, byte octet) {
    return (octet & -Long.SIZE) == 0 && (set >>> octet & 1) != 0;
  }

  static boolean isLetter(byte octet) {
    int lower = octet | 0x20;
    return 'a' <= lower && lower <= 'z';
  }

  /** The first octet in the set. A loop, since what ends at one of several is short. */
  static int find(long set, byte[] octets, int from, int to) {
    int at = from;
    while (at < to && !isIn(set, octets[at])) {
      at++;
    }
    return at;
  }

  /** The first octet that is not blank. */
  static int skipBlanks(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && isIn(BLANKS, octets[at])) {
      at++;
    }
    return at;
  }

  /** The first such octet, looked for eight at a time. */
  static int find(char wanted, byte[] octets, int from, int to) {
    long pattern = ONES * wanted;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long found = zeros((long) WORDS.get(octets, at) ^ pattern);
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && octets[at] != wanted) {
      at++;
    }
    return at;
  }

  /** A bit for each octet that is zero; after the first one, others may be marked too. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }
}
