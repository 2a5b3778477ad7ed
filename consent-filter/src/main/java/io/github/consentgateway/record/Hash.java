package io.github.consentgateway.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    return new Hash(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A hash as it was kept. */
  static Hash kept(byte[] bytes) {
    return new Hash(bytes.clone());
  }

  /** The hash of a row: of the one before, the chain, the number, and the digest of the content. */
  Hash next(long chain, long seq, Hash digest) {
    MessageDigest sha = sha256();
    sha.update(bytes);
    sha.update(ByteBuffer.allocate(NUMBERS).putLong(chain).putLong(seq).array());
    return new Hash(sha.digest(digest.bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
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
