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

  private static final int HASH = 32;
  private static final int KEPT = 16;
  private static final AtomicReferenceArray<HmacWork> FREE = new AtomicReferenceArray<>(KEPT);

  final MessageDigest sha = sha256();
  final byte[] pads = new byte[2 * BLOCK];
  final byte[] message = new byte[BLOCK];
  final byte[] code = new byte[HASH];

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

  void giveBack() {
    sha.reset();
    Arrays.fill(pads, (byte) 0);
    Arrays.fill(message, (byte) 0);
    Arrays.fill(code, (byte) 0);
    FREE.set(place(), this);
  }
}
