package io.github.consentgateway.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The one canonical form of unpadded base64url (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-2">RFC 7515, section 2</a>). The JDK's
 * decoder also takes padding and stray bits behind the last octet.
 */
final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = values();

  private Base64Url() {}

  /** Whether the text is what an encoder would have written. */
  static boolean isCanonical(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return isCanonical(octets, 0, octets.length);
  }

  /** Whether the region is what an encoder would have written. */
  static boolean isCanonical(byte[] text, int from, int to) {
    int last = 0;
    int all = 0;
    for (int i = from; i < to; i++) {
      last = VALUES[text[i] & 0xFF];
      all |= last;
    }
    return all >= 0 && endsClean((to - from) % 4, last);
  }

  private static boolean endsClean(int tail, int last) {
    return switch (tail) {
      case 1 -> false;
      case 2 -> (last & 15) == 0;
      case 3 -> (last & 3) == 0;
      default -> true;
    };
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
