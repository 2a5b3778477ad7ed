package io.github.consentgateway.traffic;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * HMAC-SHA-256 (<a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>) that can be wiped:
 * the two digests are primed once, and the key itself is kept nowhere. The JDK's {@code Mac} keeps
 * copies of its key that nothing but the garbage collector removes. Thread-safe.
 */
final class PrimedHmac {

  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest inner;
  private final MessageDigest outer;
  private boolean wiped;

  /** Primes the digests; {@code key} has at most 64 octets, stays as it is, and is the caller's. */
  PrimedHmac(byte[] key) {
    this.inner = primed(key, INNER);
    this.outer = primed(key, OUTER);
  }

  private static MessageDigest primed(byte[] key, byte pad) {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, pad);
    for (int i = 0; i < key.length; i++) {
      block[i] ^= key[i];
    }
    MessageDigest digest = sha256();
    digest.update(block);
    Arrays.fill(block, (byte) 0);
    return digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The code of these octets one after the other; empty once the key is gone. */
  Optional<byte[]> of(byte[]... parts) {
    Optional<MessageDigest> begun = copyOf(inner);
    Optional<MessageDigest> ending = copyOf(outer);
    if (begun.isEmpty() || ending.isEmpty()) {
      return Optional.empty();
    }
    for (byte[] part : parts) {
      begun.get().update(part);
    }
    // Both are reset by it, so that no state of the key stays behind.
    return Optional.of(ending.get().digest(begun.get().digest()));
  }

  /** A digest that was reset would make codes that anybody can make: then there is none. */
  private synchronized Optional<MessageDigest> copyOf(MessageDigest digest) {
    try {
      return wiped ? Optional.empty() : Optional.of((MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the JDK's SHA-256 can be cloned", e);
    }
  }

  /** Destroys what is left of the key. */
  synchronized void wipe() {
    wiped = true;
    inner.reset();
    outer.reset();
  }
}
