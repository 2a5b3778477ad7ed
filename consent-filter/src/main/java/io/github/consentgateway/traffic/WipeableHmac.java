package io.github.consentgateway.traffic;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) whose key can be
 * wiped. What is left of the key, the first block of each of the two digests, lies outside of the
 * heap: no collector leaves copies of it behind, no heap dump has it, and nothing of it is in an
 * object of the JDK ({@code Mac} keeps copies of its key that only the collector removes). Makes no
 * object. Thread-safe.
 */
final class WipeableHmac {

  private static final int BLOCK = HmacWork.BLOCK;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final ByteBuffer pads = ByteBuffer.allocateDirect(2 * BLOCK);
  private boolean wiped;

  /** Of a key of at most 64 octets, which stays as it is and is the caller's to wipe. */
  WipeableHmac(byte[] key) {
    for (int i = 0; i < BLOCK; i++) {
      byte octet = i < key.length ? key[i] : 0;
      pads.put(i, (byte) (octet ^ INNER));
      pads.put(BLOCK + i, (byte) (octet ^ OUTER));
    }
  }

  /**
   * Puts the code of the first octets of a message into {@code work}.
   *
   * @return false once the key is gone: then there is none
   */
  boolean code(byte[] message, int length, HmacWork work) {
    if (!copyTo(work.pads)) {
      return false;
    }
    try {
      work.sha.update(work.pads, 0, BLOCK);
      work.sha.update(message, 0, length);
      work.sha.digest(work.code, 0, work.code.length);
      work.sha.update(work.pads, BLOCK, BLOCK);
      work.sha.update(work.code, 0, work.code.length);
      work.sha.digest(work.code, 0, work.code.length);
      return true;
    } catch (DigestException e) {
      throw new AssertionError("the code has the length of a SHA-256", e);
    } finally {
      Arrays.fill(work.pads, (byte) 0);
    }
  }

  /** Blocks of zeros would make codes that anybody can make: then there is none. */
  private synchronized boolean copyTo(byte[] blocks) {
    if (!wiped) {
      pads.get(0, blocks);
    }
    return !wiped;
  }

  /** Destroys what is left of the key. */
  synchronized void wipe() {
    wiped = true;
    for (int i = 0; i < pads.capacity(); i++) {
      pads.put(i, (byte) 0);
    }
  }
}
