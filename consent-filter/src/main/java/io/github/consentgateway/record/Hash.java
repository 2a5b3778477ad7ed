package io.github.consentgateway.record;

import io.github.consentgateway.policy.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256. Immutable; its text is base64url, 43 characters. */
final class Hash {

  private static final int BYTES = 32;
  private static final int NUMBERS = 2 * Long.BYTES;

  /** What stands before the first row of a chain. */
  static final Hash NOTHING = new Hash(new byte[BYTES]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash of a text in UTF-8. */
  static Hash of(String text) {
    return new Hash(Sha256.of(text));
  }

  /** A hash as it was kept. */
  static Hash kept(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  /** The hash of a row: of the one before, the chain, the number, and the digest of the content. */
  Hash next(long chain, long seq, Hash digest) {
    byte[] place = ByteBuffer.allocate(NUMBERS).putLong(chain).putLong(seq).array();
    return new Hash(Sha256.of(bytes, place, digest.bytes));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The hash in base64url. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
