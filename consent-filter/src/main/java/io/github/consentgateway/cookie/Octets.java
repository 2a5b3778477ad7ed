package io.github.consentgateway.cookie;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The octets of a field, looked at eight at a time: the first of a word is its lowest byte. Beyond
 * the end stand zeros.
 */
final class Octets {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = ONES << 7;
  private static final long SEMICOLONS = ONES * ';';
  private static final long EQUALS = ONES * '=';
  private static final long SPACES = ONES * ' ';
  private static final long QUESTIONS = ONES * '?';
  private static final long DELETES = ONES * 0x7F;

  private final byte[] octets;
  private final int end;

  /** A character above U+00FF becomes a question mark. */
  Octets(String text) {
    byte[] all = text.getBytes(StandardCharsets.ISO_8859_1);
    end = all.length;
    octets = end < Long.BYTES ? Arrays.copyOf(all, Long.BYTES) : all;
  }

  /** Up to eight octets of ASCII as a word. */
  static long word(String text) {
    return new Octets(text).word(0);
  }

  /** Whether the first so many octets of two words are the same. */
  static boolean isSame(long word, long other, int octets) {
    return (word ^ other) << (Long.SIZE - octets * Byte.SIZE) == 0;
  }

  int end() {
    return end;
  }

  char at(int index) {
    return (char) (octets[index] & 0xFF);
  }

  /** The eight octets from an index before the end on. */
  long word(int index) {
    int missing = index + Long.BYTES - octets.length;
    return missing <= 0
        ? (long) WORDS.get(octets, index)
        : (long) WORDS.get(octets, octets.length - Long.BYTES) >>> (missing * Byte.SIZE);
  }

  /** Whether all are printable ASCII and none can stand for a character that is no octet. */
  boolean isPlain() {
    long odd = 0;
    for (int i = 0; i < end - Long.BYTES; i += Long.BYTES) {
      odd |= oddities((long) WORDS.get(octets, i));
    }
    // The last word overlaps the one before; in a text of less than eight octets zeros follow.
    return end >= Long.BYTES && (odd | oddities((long) WORDS.get(octets, end - Long.BYTES))) == 0;
  }

  /** The next semicolon, or the end. */
  int semicolon(int from) {
    return next(SEMICOLONS, from);
  }

  /** The next equals sign, or the end. */
  int equalsSign(int from) {
    return next(EQUALS, from);
  }

  boolean isTrimmed(int from, int to) {
    return from == to || (!Characters.isBlank(at(from)) && !Characters.isBlank(at(to - 1)));
  }

  private int next(long wanted, int from) {
    for (int i = from; i < end; i += Long.BYTES) {
      long found = zeros(word(i) ^ wanted);
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    return end;
  }

  /** A bit for each octet that is zero; after the first one, others may be marked too. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  private static long oddities(long word) {
    long controls = (word - SPACES) & ~word & HIGHS;
    return controls | zeros(word ^ DELETES) | zeros(word ^ QUESTIONS) | (word & HIGHS);
  }
}
