package io.github.consentgateway.traffic;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What is needed to make a code, used again and again so that none is left behind: taken by one
 * thread at a time, and given back with nothing in it.
 */
final class HmacWork {

  /** The block of SHA-256, in octets. */
  static final int BLOCK = 64;

  /** The hash of SHA-256, in octets. */
  static final int HASH = 32;

  /** The longest message: a name of a purpose and one of a site. */
  static final int LONGEST = 384;

  private static final int KEPT = 16;
  private static final AtomicReferenceArray<HmacWork> FREE = new AtomicReferenceArray<>(KEPT);

  final MessageDigest sha = sha256();

  /** A block of the key, and then the message. */
  final byte[] inner = new byte[BLOCK + LONGEST];

  /** A block of the key, and then the hash of {@link #inner}. */
  final byte[] outer = new byte[BLOCK + HASH];

  final byte[] code = new byte[HASH];
  private int used;

  private HmacWork() {}

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Threads mostly find a place of their own. */
  private static int place() {
    return (int) Thread.currentThread().getId() & (KEPT - 1);
  }

  static HmacWork take() {
    HmacWork free = FREE.getAndSet(place(), null);
    return free == null ? new HmacWork() : free;
  }

  /** Tells how long the longest message was. */
  void uses(int length) {
    used = Math.max(used, length);
  }

  void giveBack() {
    sha.reset();
    Arrays.fill(inner, 0, BLOCK + used, (byte) 0);
    Arrays.fill(outer, (byte) 0);
    Arrays.fill(code, (byte) 0);
    used = 0;
    FREE.set(place(), this);
  }
}
