package io.github.consentgateway.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one digest of the house: it names texts, and ties records to each other. */
public final class Sha256 {

  private Sha256() {}

  /** The digest of these octets one after the other, 32 octets. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** The digest of a text in UTF-8, 32 octets. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name of a text: its digest in base64url, 43 characters. */
  public static String name(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
