package io.github.consentgateway.token;

import io.github.consentgateway.SettableClock;
import io.github.consentgateway.cookie.SetCookie;
import io.github.consentgateway.policy.Choice;
import io.github.consentgateway.policy.ConsentPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One site, its policy, two keys, and choices of one day. */
final class Fixtures {

  static final String SITE = "https://www.example.fr";
  static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final Instant END = Instant.parse("2027-05-22T00:00:00Z");
  static final String CONSENT_ID = "AAECAwQFBgcICQoLDA0ODw";
  static final TokenKey KEY = key("k1", 1);
  static final TokenKey OTHER_KEY = key("k2", 2);
  static final TokenKeys KEYS = TokenKeys.of(KeyRing.of(KEY));
  static final ConsentPolicy POLICY = ConsentPolicy.parse(text("/token/consent.yaml"), "test");

  private Fixtures() {}

  static TokenKey key(String kid, int seed) {
    byte[] secret = new byte[32];
    new java.util.Random(seed).nextBytes(secret);
    return TokenKey.of(kid, secret);
  }

  static ConsentTokens tokens(SettableClock clock) {
    return new ConsentTokens(SITE, POLICY::standing, KEYS, clock);
  }

  static Choice acceptance(LocalDate day) {
    return new Choice(
        day,
        "pf",
        "v1",
        Map.of("audience", 1),
        Map.of("chat", 2),
        Optional.empty(),
        "en",
        false,
        Optional.of(CONSENT_ID));
  }

  static Choice refusal(LocalDate day) {
    return new Choice(
        day,
        "pf",
        "v1",
        Map.of(),
        Map.of("chat", 2, "audience", 1),
        Optional.empty(),
        "en",
        true,
        Optional.empty());
  }

  /** The cookie as a browser sends it back. */
  static String sent(SetCookie cookie) {
    return cookie.name() + "=" + cookie.value();
  }

  static String base64Url(String text) {
    return base64Url(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String payload(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.ISO_8859_1);
  }

  private static String text(String resource) {
    try (InputStream in = Fixtures.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
