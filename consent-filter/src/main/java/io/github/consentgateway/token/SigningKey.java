package io.github.consentgateway.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An Ed25519 key as a JWK (<a href="https://www.rfc-editor.org/rfc/rfc8037#section-2">RFC 8037,
 * section 2</a>). A key that no longer signs has lost its private half; the public one stays, for
 * what it has signed is to be verified for years.
 */
record SigningKey(String kid, PublicKey open, Optional<PrivateKey> secret, Instant made) {

  private static final int BYTES = 32;
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  static SigningKey random(Instant now) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String kid = Base64.getUrlEncoder().encodeToString(TokenKey.randomBytes(6));
      return new SigningKey(kid, pair.getPublic(), Optional.of(pair.getPrivate()), now);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform from 15 on has Ed25519", e);
    }
  }

  /** The key that a member of a JWK Set is; adds to {@code problems} if it is none. */
  static Optional<SigningKey> read(JsonNode member, String place, List<String> problems) {
    String kid = member.path("kid").asText();
    byte[] x = octets(member.path("x").asText());
    byte[] d = octets(member.path("d").asText());
    boolean isEd25519 =
        member.path("kty").asText().equals("OKP") && member.path("crv").asText().equals("Ed25519");
    if (!isEd25519 || !TokenKey.isKid(kid) || x.length != BYTES || !isSecret(d)) {
      problems.add(
          place
              + ": no Ed25519 key; \"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\", \"x\" and,"
              + " for the key that signs, \"d\" are required");
      return Optional.empty();
    }
    return Optional.of(of(kid, x, d, Instant.ofEpochSecond(member.path("iat").asLong())));
  }

  private static boolean isSecret(byte[] d) {
    return d.length == BYTES || d.length == 0;
  }

  private static byte[] octets(String text) {
    return Base64Url.isCanonical(text) ? Base64.getUrlDecoder().decode(text) : new byte[0];
  }

  private static SigningKey of(String kid, byte[] x, byte[] d, Instant made) {
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      PublicKey open = factory.generatePublic(new X509EncodedKeySpec(joined(X509, x)));
      Optional<PrivateKey> secret =
          d.length == 0
              ? Optional.empty()
              : Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8, d))));
      return new SigningKey(kid, open, secret, made);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("32 octets are an Ed25519 key", e);
    }
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  /** Writes what everybody may know. */
  void writeOpen(ObjectNode member) {
    byte[] encoded = open.getEncoded();
    member.put("kty", "OKP").put("crv", "Ed25519").put("alg", "EdDSA").put("use", "sig");
    member.put("kid", kid).put("iat", made.getEpochSecond());
    member.put("x", text(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length)));
  }

  /** Writes the key as it is kept. */
  void writeWhole(ObjectNode member) {
    writeOpen(member);
    secret
        .map(EdECPrivateKey.class::cast)
        .flatMap(EdECPrivateKey::getBytes)
        .ifPresent(d -> member.put("d", text(d)));
  }

  private static String text(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  /** The same key, able to verify only. */
  SigningKey retired() {
    return new SigningKey(kid, open, Optional.empty(), made);
  }

  /** Names the key and shows nothing of it. */
  @Override
  public String toString() {
    return "SigningKey[" + kid + "]";
  }
}
