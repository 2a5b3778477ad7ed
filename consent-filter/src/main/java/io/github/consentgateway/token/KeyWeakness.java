package io.github.consentgateway.token;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Why a secret is none. A random key of 256 bits fails a check here less than once in a thousand
 * million; what people type, count up or copy from a tutorial fails always.
 */
final class KeyWeakness {

  private static final int DISTINCT_BYTES = 16;

  /** Keys printed in RFC 7515 appendix A.1 and RFC 7520 section 3.5. */
  private static final List<byte[]> PUBLISHED =
      List.of(
          decoded(
              "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75"
                  + "aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"),
          decoded("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg"));

  private KeyWeakness() {}

  /** The end of a sentence that begins with the key, or empty for a key that may be used. */
  static Optional<String> of(byte[] secret) {
    if (secret.length < TokenKey.BYTES) {
      return Optional.of(
          "has " + secret.length * 8 + " bits; at least 256 random bits are allowed");
    }
    if (isText(secret)) {
      return Optional.of("is readable text; only random bytes are allowed");
    }
    if (isRegular(secret)) {
      return Optional.of("repeats itself; only random bytes are allowed");
    }
    if (PUBLISHED.stream().anyMatch(known -> Arrays.equals(known, secret))) {
      return Optional.of("is a published example; only a key of one's own is allowed");
    }
    return Optional.empty();
  }

  private static boolean isText(byte[] secret) {
    for (byte b : secret) {
      if (b < '\t' || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRegular(byte[] secret) {
    boolean[] seen = new boolean[256];
    int distinct = 0;
    int steady = 0;
    for (int i = 0; i < secret.length; i++) {
      int value = secret[i] & 0xff;
      distinct += seen[value] ? 0 : 1;
      seen[value] = true;
      steady += i > 1 && secret[i] - secret[i - 1] == secret[i - 1] - secret[i - 2] ? 1 : 0;
    }
    return distinct < DISTINCT_BYTES || steady > secret.length / 2;
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
