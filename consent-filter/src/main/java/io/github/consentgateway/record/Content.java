package io.github.consentgateway.record;

import io.github.consentgateway.policy.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a row holds: sealed octets, or a text that tells of nobody. Immutable. */
final class Content {

  private static final byte[] NOBODY = {};
  private static final int NONE = -1;

  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A text in UTF-8. */
  static Content of(String text) {
    return new Content(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Octets as they were kept, or are to be kept. */
  static Content of(byte[] octets) {
    return new Content(octets.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The octets as a text in UTF-8, whatever they are. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What the hash of a row covers: the content, and under whom it is filed. */
  Hash digest(Optional<String> subject) {
    byte[] whom = subject.map(tag -> tag.getBytes(StandardCharsets.UTF_8)).orElse(NOBODY);
    // Neither may be read as a part of the other, nor an empty name as none.
    int length = subject.isPresent() ? whom.length : NONE;
    byte[] frame = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    return Hash.kept(Sha256.of(frame, whom, bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Tells the length only. */
  @Override
  public String toString() {
    return "Content[" + bytes.length + "]";
  }
}
