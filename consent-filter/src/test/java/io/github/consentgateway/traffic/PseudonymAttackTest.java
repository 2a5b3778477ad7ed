package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attacks on pseudonyms; each has a control that must succeed, so that the attacker is able. */
@DisplayName("TL-02, TL-04, TL-05, log tests 12-18: nobody finds out what a pseudonym stands for")
class PseudonymAttackTest {

  private static final String SITE = "example.org";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  /** Somewhere in 10.0.0.0/8. */
  private static final String VICTIM = "10.87.41.201";

  private static EpochKey key(String site, long seed) {
    byte[] secret = new byte[32];
    new java.util.Random(seed).nextBytes(secret);
    return new EpochKey(DAY, secret, site);
  }

  private static Pseudonym client(EpochKey key, String address) {
    return key.client(ClientAddress.of(address).orElseThrow()).orElseThrow();
  }

  private static Pseudonym network(EpochKey key, String address) {
    return key.network(ClientAddress.of(address).orElseThrow()).orElseThrow();
  }

  private static String cut(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
  }

  private static Function<byte[], String> unkeyed(String algorithm, String salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] before = salt.getBytes(StandardCharsets.UTF_8);
      return octets -> {
        digest.update(before);
        return cut(digest.digest(octets));
      };
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** How many of the addresses of a /8 have this hash, of their text or of their four octets. */
  private static int hits(Function<byte[], String> hash, String wanted, boolean asText, int step) {
    int hits = 0;
    for (int address = 0; address < 1 << 24; address += step) {
      byte[] octets = {10, (byte) (address >> 16), (byte) (address >> 8), (byte) address};
      byte[] input =
          asText
              ? ("10." + (octets[1] & 255) + "." + (octets[2] & 255) + "." + (octets[3] & 255))
                  .getBytes(StandardCharsets.US_ASCII)
              : octets;
      hits += hash.apply(input).equals(wanted) ? 1 : 0;
    }
    return hits;
  }

  @Test
  @DisplayName("log test 12: all 2^24 addresses of a /8 are tried; the unkeyed control is cracked")
  void enumerationFindsNothing() {
    byte[] victim = {10, 87, 41, (byte) 201};
    Function<byte[], String> sha256 = unkeyed("SHA-256", "");
    String control = sha256.apply(victim);
    String ours = client(key(SITE, new SecureRandom().nextLong()), VICTIM).text();

    assertEquals(1, hits(sha256, control, false, 1), "positive control: cracked");
    assertEquals(0, hits(sha256, ours, false, 1));
    assertEquals(0, hits(unkeyed("MD5", ""), ours, false, 1));
  }

  @Test
  @DisplayName("log test 12: salts that can be guessed help as little")
  void guessedSaltsFindNothing() {
    String ours = client(key(SITE, new SecureRandom().nextLong()), VICTIM).text();
    byte[] victim = VICTIM.getBytes(StandardCharsets.US_ASCII);
    List<String> salts =
        List.of("2026-11-27", SITE, "consent-gate", "2026-11-01T00:00:00Z", "changeit");
    Function<byte[], String> first = unkeyed("SHA-256", salts.get(0));
    assertEquals(1, hits(first, first.apply(victim), true, 1), "positive control: cracked");
    assertEquals(0, hits(first, ours, true, 1));
    for (String salt : salts) {
      for (String algorithm : List.of("SHA-256", "SHA-1", "MD5", "SHA-512")) {
        assertNotEquals(ours, unkeyed(algorithm, salt).apply(victim));
      }
    }
  }

  @Test
  @DisplayName("log test 15: what stands for a client stands for no network")
  void purposesAreApart() {
    EpochKey key = key(SITE, 1);
    Set<String> clients = new HashSet<>();
    Set<String> networks = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String address = "10.0." + (i >> 8) + "." + (i & 255);
      clients.add(client(key, address).text());
      networks.add(network(key, address).text());
    }
    assertEquals(20_000, clients.size());
    assertEquals(79, networks.size(), "one for each /24");
    networks.retainAll(clients);
    assertEquals(Set.of(), networks);
  }

  @Test
  @DisplayName("log tests 16 and 17: another site or another day, another pseudonym")
  void sitesAndDaysAreApart() {
    Pseudonym here = client(key(SITE, 1), VICTIM);

    assertEquals(here, client(key(SITE, 1), VICTIM), "positive control: the same key");
    assertNotEquals(here, client(key("other.example", 1), VICTIM));
    assertNotEquals(here, client(key(SITE, 2), VICTIM));
    assertNotEquals(client(key("a\0b", 1), VICTIM), client(key("a", 1), VICTIM), "framed");
  }

  @Test
  @DisplayName("log test 17: pseudonyms of one address on many days share no prefix beyond chance")
  void daysShareNothing() {
    int same = 0;
    int pairs = 20_000;
    Pseudonym first = client(key(SITE, 0), VICTIM);
    for (int day = 1; day <= pairs; day++) {
      same += client(key(SITE, day), VICTIM).text().charAt(0) == first.text().charAt(0) ? 1 : 0;
    }
    double expected = pairs / 64.0;
    assertTrue(Math.abs(same - expected) < 4.5 * Math.sqrt(expected), "same " + same);
  }

  @Test
  @DisplayName("log test 18: one network exactly where the first 24 bits, of IPv6 48, are one")
  void networksAreTold() {
    EpochKey key = key(SITE, 3);

    assertEquals(network(key, "192.0.2.1"), network(key, "192.0.2.255"));
    assertNotEquals(network(key, "192.0.2.1"), network(key, "192.0.3.1"));
    assertEquals(network(key, "2001:db8:7::1"), network(key, "2001:db8:7:ffff::1"));
    assertNotEquals(network(key, "2001:db8:7::1"), network(key, "2001:db8:8::1"));
    assertEquals(client(key, "2001:db8:7::1"), client(key, "2001:db8:7::ffff"));
    assertNotEquals(client(key, "2001:db8:7::1"), client(key, "2001:db8:7:1::1"));
    assertNotEquals(client(key, "192.0.2.1"), client(key, "192.0.2.2"));
  }

  @Test
  @DisplayName("log test 18: neighbouring networks are as far apart as any")
  void neighboursAreNotNear() {
    EpochKey key = key(SITE, 4);
    long near = 0;
    long far = 0;
    int pairs = 4_000;
    for (int i = 0; i < pairs; i++) {
      String one = "10." + (i >> 8) + "." + (i & 255) + ".1";
      String next = "10." + (i >> 8) + "." + ((i & 255) ^ 1) + ".1";
      String away = "203." + (i & 255) + "." + (i >> 8) + ".1";
      near += distance(network(key, one), network(key, next));
      far += distance(network(key, one), network(key, away));
    }
    double spread = Math.sqrt(pairs * 96 / 4.0);
    assertTrue(Math.abs(near - pairs * 48.0) < 6.4 * spread, "near " + near);
    assertTrue(Math.abs(far - pairs * 48.0) < 6.4 * spread, "far " + far);
  }

  private static int distance(Pseudonym one, Pseudonym other) {
    byte[] a = Base64.getUrlDecoder().decode(one.text());
    byte[] b = Base64.getUrlDecoder().decode(other.text());
    int bits = 0;
    for (int i = 0; i < a.length; i++) {
      bits += Integer.bitCount((a[i] ^ b[i]) & 255);
    }
    return bits;
  }

  @Test
  @DisplayName("TL-03: a key of the log is nobody's to choose, and shows nothing of itself")
  void keyShowsNothing() {
    EpochKey key = key(SITE, 5);
    assertTrue(key.toString().matches("EpochKey\\[2026-11-27#[0-9a-f]{8}\\]"), key.toString());
    assertEquals(
        Optional.of(16),
        key.client(ClientAddress.of(VICTIM).orElseThrow()).map(p -> p.text().length()));
  }
}
