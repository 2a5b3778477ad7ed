package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Attackers who know the pseudonyms of 1,000 addresses of one network, which all who share a proxy
 * of it might, and who say of other addresses of it, bit by bit, what stands for them.
 */
@DisplayName("TL-04, log test 13: who knows 1,000 pairs knows nothing of the next")
class KnownPlaintextTest {

  private static final long SEED = 20261127;
  private static final int KNOWN = 1_000;
  private static final int NEXT = 500;
  private static final int BITS = 96;

  /** 10.87.0.0/16: the last 16 bits are what tells one address from another. */
  private static final int NETWORK = 10 << 24 | 87 << 16;

  private static final int VARYING = 16;

  @BeforeAll
  static void tellSeed() {
    System.out.println("seed " + SEED);
  }

  /** What is said of the pseudonym of an address: so many of its first bits, maybe none. */
  private record Guess(BitSet pseudonym, int length) {}

  /** Learns of pairs, and guesses. */
  private interface Attacker {
    IntFunction<Guess> learn(Map<Integer, BitSet> pairs);
  }

  /**
   * Solves for every bit as a polynomial of second degree of the address over GF(2), which all that
   * is affine is as well: exclusive or of pseudonyms, CRC, whatever is linear.
   */
  private static IntFunction<Guess> solve(Map<Integer, BitSet> pairs) {
    Map<Integer, BitSet[]> basis = new HashMap<>();
    pairs.forEach(
        (address, pseudonym) -> {
          BitSet[] row = {terms(address), (BitSet) pseudonym.clone()};
          reduce(row, basis);
          if (!row[0].isEmpty()) {
            basis.put(row[0].nextSetBit(0), row);
          }
        });
    return address -> {
      BitSet[] row = {terms(address), new BitSet()};
      reduce(row, basis);
      return new Guess(row[1], row[0].isEmpty() ? BITS : 0);
    };
  }

  private static BitSet terms(int address) {
    BitSet terms = new BitSet();
    terms.set(0);
    int next = 1;
    for (int i = 0; i < VARYING; i++) {
      for (int j = i; j < VARYING; j++) {
        terms.set(next++, (address >> i & address >> j & 1) == 1);
      }
    }
    return terms;
  }

  private static void reduce(BitSet[] row, Map<Integer, BitSet[]> basis) {
    int at = row[0].nextSetBit(0);
    while (at >= 0) {
      BitSet[] known = basis.get(at);
      if (known == null) {
        at = firstKnown(row[0], basis, at + 1);
      } else {
        row[0].xor(known[0]);
        row[1].xor(known[1]);
        at = firstKnown(row[0], basis, 0);
      }
    }
  }

  private static int firstKnown(BitSet terms, Map<Integer, BitSet[]> basis, int from) {
    int at = terms.nextSetBit(from);
    while (at >= 0 && !basis.containsKey(at)) {
      at = terms.nextSetBit(at + 1);
    }
    return at;
  }

  /** Says that addresses with a prefix in common have pseudonyms with one as long in common. */
  private static IntFunction<Guess> nearest(Map<Integer, BitSet> pairs) {
    return address -> {
      Map.Entry<Integer, BitSet> nearest =
          pairs.entrySet().stream()
              .min((a, b) -> Integer.compareUnsigned(a.getKey() ^ address, b.getKey() ^ address))
              .orElseThrow();
      return new Guess(
          nearest.getValue(), Integer.numberOfLeadingZeros(nearest.getKey() ^ address));
    };
  }

  /** How many bits were guessed, and how many of them right. */
  private record Score(long guessed, long right) {
    /** How many standard deviations from what a coin would get. */
    double sigmas() {
      return (right - guessed / 2.0) / Math.sqrt(guessed / 4.0);
    }
  }

  private static Score score(Attacker attacker, IntFunction<BitSet> scheme) {
    Random random = new Random(SEED);
    Map<Integer, BitSet> pairs = new LinkedHashMap<>();
    while (pairs.size() < KNOWN) {
      int address = NETWORK | random.nextInt(1 << VARYING);
      pairs.put(address, scheme.apply(address));
    }
    IntFunction<Guess> learned = attacker.learn(pairs);
    long guessed = 0;
    long right = 0;
    for (int i = 0; i < NEXT; i++) {
      int address = NETWORK | random.nextInt(1 << VARYING);
      if (!pairs.containsKey(address)) {
        Guess guess = learned.apply(address);
        BitSet wrong = (BitSet) guess.pseudonym().clone();
        wrong.xor(scheme.apply(address));
        guessed += guess.length();
        right += guess.length() - wrong.get(0, guess.length()).cardinality();
      }
    }
    return new Score(guessed, right);
  }

  private static IntFunction<BitSet> ours() {
    byte[] secret = new byte[32];
    new Random(SEED).nextBytes(secret);
    EpochKey key = new EpochKey(LocalDate.of(2026, 11, 27), secret, "example.org");
    return address -> {
      String literal =
          "%d.%d.%d.%d"
              .formatted(address >>> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
      Pseudonym made = key.client(ClientAddress.of(literal).orElseThrow()).orElseThrow();
      return BitSet.valueOf(reversed(Base64.getUrlDecoder().decode(made.text())));
    };
  }

  /** So that the first bit of the text is bit 0. */
  private static byte[] reversed(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = (byte) (Integer.reverse(octets[i]) >>> 24);
    }
    return reversed;
  }

  /** Three checksums behind secrets that nobody knows: 96 bits, and as good as none. */
  private static BitSet checksums(int address) {
    ByteBuffer sums = ByteBuffer.allocate(BITS / 8);
    for (String secret : List.of("Ee7ieng8", "uaw2Quai", "Ahng3aiz")) {
      CRC32 crc = new CRC32();
      crc.update(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      crc.update(ByteBuffer.allocate(4).putInt(address).flip());
      crc.update(secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      sums.putInt((int) crc.getValue());
    }
    return BitSet.valueOf(reversed(sums.array()));
  }

  /** Each bit is hidden by a keyed hash of the bits before it, as Crypto-PAn does. */
  private static BitSet prefixPreserving(int address) {
    BitSet made = new BitSet();
    for (int bit = 0; bit < 32; bit++) {
      int before = bit == 0 ? 0 : address >>> (32 - bit);
      byte[] mac =
          DumpedProcess.hmac(
              new byte[] {7, 1, 9}, ByteBuffer.allocate(8).putInt(bit).putInt(before).array());
      made.set(bit, ((address >>> (31 - bit) ^ mac[0]) & 1) == 1);
    }
    return made;
  }

  @Test
  @DisplayName("positive control: both attackers win where a scheme has what they look for")
  void weakSchemesAreGuessed() {
    Score checksums = score(KnownPlaintextTest::solve, KnownPlaintextTest::checksums);
    assertTrue(checksums.guessed() > NEXT * BITS * 9L / 10, checksums.toString());
    assertEquals(checksums.guessed(), checksums.right(), "each bit");

    Score prefixes = score(KnownPlaintextTest::nearest, KnownPlaintextTest::prefixPreserving);
    assertTrue(prefixes.guessed() > NEXT * 20L, prefixes.toString());
    assertEquals(prefixes.guessed(), prefixes.right(), "each bit that is in common");
  }

  @Test
  @DisplayName("of our pseudonyms they guess as many bits as a coin does")
  void oursAreNot() {
    IntFunction<BitSet> ours = ours();
    List<String> wrong = new ArrayList<>();
    for (Attacker attacker :
        List.<Attacker>of(KnownPlaintextTest::solve, KnownPlaintextTest::nearest)) {
      Score score = score(attacker, ours);
      System.out.printf("%s, %.2f standard deviations from chance%n", score, score.sigmas());
      if (score.guessed() < NEXT * 20L || Math.abs(score.sigmas()) > 4.5) {
        wrong.add(score.toString());
      }
    }
    assertEquals(List.of(), wrong);
  }
}
