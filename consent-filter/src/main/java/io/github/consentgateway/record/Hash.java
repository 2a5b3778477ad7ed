package io.github.consentgateway.record;

import io.github.consentgateway.policy.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256. Immutable; its text is base64url, 43 characters. */
final class Hash {

  private static final int BYTES = 32;
  private static final int NUMBERS = 2 * Long.BYTES + Integer.BYTES;

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

  /**
   * The hash of a row: of the one before, the chain, the number, the month that it is filed under,
   * which decides when it goes, and the digest of the content.
   */
  Hash next(long chain, long seq, int period, Hash digest) {
    byte[] place = ByteBuffer.allocate(NUMBERS).putLong(chain).putLong(seq).putInt(period).array();
    return new Hash(Sha256.of(bytes, place, digest.bytes));
  }

  /** The hash of this one and a span: one hash stands for any number of spans. */
  Hash with(Span span) {
    byte[] place =
        ByteBuffer.allocate(NUMBERS + Long.BYTES)
            .putLong(span.chain())
            .putLong(span.first())
            .putLong(span.last())
            .putInt(span.period())
            .array();
    return new Hash(Sha256.of(bytes, place, span.before().bytes, span.hash().bytes));
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
