package io.github.consentgateway.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that pages load from us, under a name that changes with its text: caches may keep it for
 * ever.
 *
 * @param name a hash and an ending
 * @param type the media type
 * @param text the content
 */
public record Asset(String name, String type, String text) {

  private static final int OCTETS = 8;

  static Asset of(String ending, String type, String text) {
    return new Asset(hash(text) + "." + ending, type, text);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, OCTETS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
