package io.github.consentgateway.traffic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;

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

  /** Octets are copied eight at a time: that takes a tenth of what copying them in bulk does. */
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer pads =
      ByteBuffer.allocateDirect(2 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
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
   * Puts the code of the message that {@code work} has into it, and the key as well until it is
   * given back.
   *
   * @return false once the key is gone: then there is none
   */
  boolean code(int length, HmacWork work) {
    work.uses(length);
    if (!copyTo(work.inner, work.outer)) {
      return false;
    }
    try {
      work.sha.update(work.inner, 0, BLOCK + length);
      work.sha.digest(work.outer, BLOCK, HmacWork.HASH);
      work.sha.update(work.outer, 0, work.outer.length);
      work.sha.digest(work.code, 0, HmacWork.HASH);
      return true;
    } catch (DigestException e) {
      throw new AssertionError("the code has the length of a SHA-256", e);
    }
  }

  /** Blocks of zeros would make codes that anybody can make: then there is none. */
  private synchronized boolean copyTo(byte[] inner, byte[] outer) {
    if (!wiped) {
      for (int i = 0; i < BLOCK; i += Long.BYTES) {
        LONGS.set(inner, i, pads.getLong(i));
        LONGS.set(outer, i, pads.getLong(BLOCK + i));
      }
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
