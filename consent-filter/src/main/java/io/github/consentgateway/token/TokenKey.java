package io.github.consentgateway.token;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of at least 256 bits for HMAC with SHA-256 (<a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-3.2">RFC 7518, section 3.2</a>) under its
 * public name. Immutable; equal to a key of the same name and secret; never shown as text.
 */
public final class TokenKey {

  static final int BYTES = 32;
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String kid;
  private final SecretKey secret;

  private TokenKey(String kid, SecretKey secret) {
    this.kid = kid;
    this.secret = secret;
  }

  /**
   * The key {@code secret} under the name {@code kid}. The bytes are copied.
   *
   * @throws IllegalArgumentException if the name is not 1 to 64 of {@code A-Za-z0-9_-}, or the
   *     secret is shorter than 256 bits or can be guessed; the message does not contain the secret
   */
  public static TokenKey of(String kid, byte[] secret) {
    if (!isKid(kid)) {
      throw new IllegalArgumentException("kid: 1 to 64 of A-Z a-z 0-9 _ - are allowed");
    }
    KeyWeakness.of(secret)
        .ifPresent(
            weakness -> {
              throw new IllegalArgumentException("key " + kid + " " + weakness);
            });
    return new TokenKey(kid, new SecretKeySpec(secret, "HmacSHA256"));
  }

  /** A fresh key of 256 random bits under a random name. */
  public static TokenKey random() {
    return of(Base64.getUrlEncoder().encodeToString(randomBytes(6)), randomBytes(BYTES));
  }

  static boolean isKid(String kid) {
    return KID.matcher(kid).matches();
  }

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** The public name, written into each token. */
  String kid() {
    return kid;
  }

  SecretKey secret() {
    return secret;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey that
        && kid.equals(that.kid)
        && MessageDigest.isEqual(secret.getEncoded(), that.secret.getEncoded());
  }

  @Override
  public int hashCode() {
    return kid.hashCode();
  }

  /** Names the key and shows nothing of it. */
  @Override
  public String toString() {
    return "TokenKey[" + kid + "]";
  }
}
