package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.base64Url;

import io.github.consentgateway.policy.Choice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** Makes tokens of any content, with or without a key, by nothing but the JDK. */
final class Forge {

  static final String CONSENT_HEADER = header("HS256", "k1", "consent+jwt");

  private Forge() {}

  static String header(String alg, String kid, String typ) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(alg, kid, typ);
  }

  static String token(String header, String payload, TokenKey key) {
    return token(header, payload, key, "HmacSHA256");
  }

  static String token(String header, String payload, TokenKey key, String algorithm) {
    String signed = base64Url(header) + "." + base64Url(payload);
    return signed + "." + base64Url(mac(signed, key, algorithm));
  }

  /** A consent token of the site's own key with these claims. */
  static String signed(String payload) {
    return token(CONSENT_HEADER, payload, Fixtures.KEY);
  }

  static String claims(Choice choice) {
    return DatedChoice.of(choice).claims(new Site(Fixtures.SITE));
  }

  private static byte[] mac(String text, TokenKey key, String algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(key.secret());
      return mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
