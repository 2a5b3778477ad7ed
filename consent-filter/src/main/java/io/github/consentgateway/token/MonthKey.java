package io.github.consentgateway.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a month. It seals with AES-256-GCM, and names with HMAC-SHA-256 cut to 128 bits, each
 * with a key of its own that is made of this one. Thread-safe.
 */
final class MonthKey {

  static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 12;
  private static final int MAC_BYTES = 16;

  private final YearMonth month;
  private final byte[] secret;
  private final SecretKey content;
  private final Mac name;

  /** To make one costs more than to use it. */
  private final Queue<Cipher> spare = new ConcurrentLinkedQueue<>();

  MonthKey(YearMonth month, byte[] secret) {
    this.month = month;
    this.secret = secret.clone();
    this.content = new SecretKeySpec(derived("consent record content"), "AES");
    this.name = keyed(derived("consent record name"));
  }

  static MonthKey random(YearMonth month) {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new MonthKey(month, secret);
  }

  YearMonth month() {
    return month;
  }

  byte[] secret() {
    return secret.clone();
  }

  /** The key of the month after; there is no way back from it to this one. */
  MonthKey next() {
    return new MonthKey(month.plusMonths(1), derived("consent record key of the month after"));
  }

  private byte[] derived(String what) {
    return keyed(secret).doFinal(what.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private byte[] named(String text) {
    try {
      return ((Mac) name.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
    }
  }

  /** What stands for a text: 22 characters of base64url. */
  String tag(String text) {
    byte[] tag = Arrays.copyOf(named(text), MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
  }

  /** A random nonce, the sealed octets, and the code that authenticates them and the tag. */
  byte[] seal(String tag, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, tag, nonce);
      byte[] sealed = cipher.doFinal(plain);
      spare.add(cipher);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES/GCM", e);
    }
  }

  /** What was sealed under this tag; empty for anything else. */
  Optional<byte[]> open(String tag, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, tag, Arrays.copyOf(sealed, NONCE_BYTES));
      byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      spare.add(cipher);
      return Optional.of(plain);
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, String tag, byte[] nonce) throws GeneralSecurityException {
    Cipher known = spare.poll();
    Cipher cipher = known == null ? Cipher.getInstance("AES/GCM/NoPadding") : known;
    cipher.init(mode, content, new GCMParameterSpec(MAC_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(tag.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Tells the month only. */
  @Override
  public String toString() {
    return "MonthKey[" + month + "]";
  }
}
