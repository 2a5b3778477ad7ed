package io.github.consentgateway.token;

import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;

/**
 * One key used for one type of token. Its protected header is a constant, so a token is under this
 * seal if and only if it begins with that text: the algorithm is never taken from the token.
 *
 * <p>Tokens are made by jjwt. They are checked by the signature over their very characters, which
 * leaves no room for another encoding of the same content; jjwt 0.13 decodes leniently and serves
 * as the oracle of the tests.
 */
final class Seal {

  /** Characters of a base64url HMAC-SHA256 value. */
  static final int SIGNATURE = 43;

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final String typ;
  private final TokenKey key;
  private final String head;
  private final Mac pristine;
  private final AtomicReference<Mac> spare = new AtomicReference<>();

  Seal(String typ, TokenKey key) {
    this.typ = typ;
    this.key = key;
    this.head = sign("{}").split("\\.", 2)[0] + ".";
    this.pristine = newMac(key);
  }

  /** The compact serialisation of {@code claims}, a JSON object in ASCII. */
  String sign(String claims) {
    return Jwts.builder()
        .header()
        .add("alg", "HS256")
        .keyId(key.kid())
        .type(typ)
        .and()
        .content(claims.getBytes(StandardCharsets.US_ASCII))
        .signWith(key.secret(), Jwts.SIG.HS256)
        .compact();
  }

  /** The encoded protected header and its dot. */
  String head() {
    return head;
  }

  /** Whether the signature at the end of a token is ours, in time that tells nothing. */
  boolean signed(byte[] text) {
    int end = text.length - SIGNATURE;
    byte[] expected = BASE64URL.encode(mac(text, end - 1));
    return MessageDigest.isEqual(expected, Arrays.copyOfRange(text, end, text.length));
  }

  private byte[] mac(byte[] text, int length) {
    Mac taken = spare.getAndSet(null);
    Mac mac = taken == null ? copy(pristine) : taken;
    mac.update(text, 0, length);
    byte[] value = mac.doFinal();
    spare.set(mac);
    return value;
  }

  private static Mac newMac(TokenKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.secret());
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static Mac copy(Mac mac) {
    try {
      return (Mac) mac.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
    }
  }

  @Override
  public String toString() {
    return "Seal[" + typ + ", " + key.kid() + "]";
  }
}
