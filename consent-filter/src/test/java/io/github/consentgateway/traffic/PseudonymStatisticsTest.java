package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Pseudonyms of 2^18 addresses that follow each other, under fixed keys: nothing here is chance.
 */
@DisplayName("log tests 21-26: pseudonyms are like random numbers")
class PseudonymStatisticsTest {

  private static final int ADDRESSES = 1 << 18;
  private static final int BYTES = 12;
  private static final double LIMIT = 4.5;

  private static final byte[][] FIRST = new byte[ADDRESSES][];
  private static final byte[][] SECOND = new byte[ADDRESSES][];

  @BeforeAll
  static void make() {
    fill(FIRST, (byte) 1);
    fill(SECOND, (byte) 2);
  }

  private static void fill(byte[][] into, byte seed) {
    byte[] secret = new byte[32];
    java.util.Arrays.fill(secret, seed);
    EpochKey key = new EpochKey(LocalDate.of(2026, 11, 27), secret, "example.org");
    for (int i = 0; i < ADDRESSES; i++) {
      String address = "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
      into[i] =
          Base64.getUrlDecoder()
              .decode(key.client(ClientAddress.of(address).orElseThrow()).orElseThrow().text());
    }
  }

  private static void assertChance(double z) {
    assertTrue(Math.abs(z) < LIMIT, "z = " + z);
  }

  private static double z(Number seen, double trials, double chance) {
    return (seen.doubleValue() - trials * chance) / Math.sqrt(trials * chance * (1 - chance));
  }

  private static int agreeing(byte[] one, byte[] other) {
    int bits = 0;
    for (int i = 0; i < BYTES; i++) {
      bits += 8 - Integer.bitCount((one[i] ^ other[i]) & 255);
    }
    return bits;
  }

  @Test
  @DisplayName("log test 21: all octets are as frequent")
  void octetsAreUniform() {
    long[] counts = new long[256];
    for (byte[] id : FIRST) {
      for (byte octet : id) {
        counts[octet & 255]++;
      }
    }
    double expected = ADDRESSES * (double) BYTES / 256;
    double chi = 0;
    for (long count : counts) {
      chi += (count - expected) * (count - expected) / expected;
    }
    assertChance((chi - 255) / Math.sqrt(2 * 255));
  }

  @Test
  @DisplayName("log test 22: as many ones as zeros")
  void bitsAreBalanced() {
    long ones = 0;
    for (byte[] id : FIRST) {
      ones += BYTES * 8L - agreeing(id, new byte[BYTES]);
    }
    assertChance(z(ones, ADDRESSES * BYTES * 8.0, 0.5));
  }

  @Test
  @DisplayName("log test 23: one bit of an address changes half of the bits")
  void oneBitChangesHalf() {
    long agreeing = 0;
    long pairs = 0;
    for (int i = 0; i < ADDRESSES; i++) {
      for (int bit = 0; bit < 18; bit += 5) {
        agreeing += agreeing(FIRST[i], FIRST[i ^ 1 << bit]);
        pairs++;
      }
    }
    // Each pair is met from both of its sides.
    assertChance(z(agreeing / 2.0, pairs / 2.0 * BYTES * 8, 0.5));
  }

  @Test
  @DisplayName("log test 24: two days agree by chance only; two times the same day is the control")
  void daysAgreeByChance() {
    long agreeing = 0;
    long control = 0;
    for (int i = 0; i < ADDRESSES; i++) {
      agreeing += agreeing(FIRST[i], SECOND[i]);
      control += agreeing(FIRST[i], FIRST[i]);
    }
    assertChance(z(agreeing, ADDRESSES * BYTES * 8.0, 0.5));
    assertTrue(z(control, ADDRESSES * BYTES * 8.0, 0.5) > 1_000, "positive control");
  }

  @Test
  @DisplayName("log test 25: addresses that follow each other do not")
  void neighboursAgreeByChance() {
    long agreeing = 0;
    for (int i = 1; i < ADDRESSES; i++) {
      agreeing += agreeing(FIRST[i - 1], FIRST[i]);
    }
    assertChance(z(agreeing, (ADDRESSES - 1) * BYTES * 8.0, 0.5));
  }

  @Test
  @DisplayName("log test 26: no two are one; of their first 32 bits as many as chance has it")
  void collisionsAreChance() {
    Set<String> whole = new HashSet<>();
    Map<Integer, Integer> begin = new HashMap<>();
    int collisions = 0;
    for (byte[] id : FIRST) {
      whole.add(Base64.getUrlEncoder().encodeToString(id));
      int prefix = java.nio.ByteBuffer.wrap(id).getInt();
      collisions += begin.merge(prefix, 1, Integer::sum) > 1 ? 1 : 0;
    }
    assertEquals(ADDRESSES, whole.size());
    double expected = (double) ADDRESSES * ADDRESSES / 2 / Math.pow(2, 32);
    assertTrue(Math.abs(collisions - expected) < LIMIT * Math.sqrt(expected) + 1, "" + collisions);
  }
}
