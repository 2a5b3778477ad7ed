package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.ChildJvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("TL-05, log test 37: what another process finds in a dump of the memory")
class HeapDumpTest {

  private static final int[] ROUND = roots(64, 3);

  @TempDir private static Path directory;

  private static byte[] before = {};
  private static byte[] after = {};

  @BeforeAll
  static void dump() throws Exception {
    Process process =
        ChildJvm.of(DumpedProcess.class, List.of("-Xmx64m"), directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    before = Files.readAllBytes(directory.resolve("before.hprof"));
    after = Files.readAllBytes(directory.resolve("after.hprof"));
  }

  private static boolean has(byte[] dump, byte[] wanted) {
    outer:
    for (int at = 0; at <= dump.length - wanted.length; at++) {
      for (int i = 0; i < wanted.length; i++) {
        if (dump[at + i] != wanted[i]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  /** The first bits of the fractions of the roots of the first primes: FIPS 180-4, 4.2.2, 5.3.3. */
  private static int[] roots(int count, int degree) {
    int[] roots = new int[count];
    int found = 0;
    for (int number = 2; found < count; number++) {
      if (isPrime(number)) {
        java.math.BigDecimal root =
            degree == 2
                ? new java.math.BigDecimal(number).sqrt(new java.math.MathContext(40))
                : cubeRoot(number);
        roots[found++] =
            root.remainder(java.math.BigDecimal.ONE)
                .multiply(new java.math.BigDecimal(1L << 32))
                .toBigInteger()
                .intValue();
      }
    }
    return roots;
  }

  private static java.math.BigDecimal cubeRoot(int number) {
    java.math.BigDecimal wanted = new java.math.BigDecimal(number);
    java.math.BigDecimal root = new java.math.BigDecimal(Math.cbrt(number));
    java.math.MathContext exact = new java.math.MathContext(40);
    for (int i = 0; i < 6; i++) {
      java.math.BigDecimal square = root.multiply(root);
      root =
          root.subtract(
              square
                  .multiply(root)
                  .subtract(wanted)
                  .divide(square.multiply(new java.math.BigDecimal(3)), exact));
    }
    return root;
  }

  private static boolean isPrime(int number) {
    for (int i = 2; i * i <= number; i++) {
      if (number % i == 0) {
        return false;
      }
    }
    return true;
  }

  /** The state of SHA-256 after one block: FIPS 180-4, 6.2.2. */
  private static byte[] state(byte[] block) {
    int[] w = new int[64];
    ByteBuffer in = ByteBuffer.wrap(block);
    for (int i = 0; i < 16; i++) {
      w[i] = in.getInt();
    }
    for (int i = 16; i < 64; i++) {
      int a = w[i - 15];
      int b = w[i - 2];
      int s0 = Integer.rotateRight(a, 7) ^ Integer.rotateRight(a, 18) ^ (a >>> 3);
      int s1 = Integer.rotateRight(b, 17) ^ Integer.rotateRight(b, 19) ^ (b >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    int[] h = roots(8, 2);
    int[] v = h.clone();
    for (int i = 0; i < 64; i++) {
      int s1 =
          Integer.rotateRight(v[4], 6)
              ^ Integer.rotateRight(v[4], 11)
              ^ Integer.rotateRight(v[4], 25);
      int t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + ROUND[i] + w[i];
      int s0 =
          Integer.rotateRight(v[0], 2)
              ^ Integer.rotateRight(v[0], 13)
              ^ Integer.rotateRight(v[0], 22);
      int t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += t1;
      v[0] = t1 + t2;
    }
    ByteBuffer out = ByteBuffer.allocate(32);
    for (int i = 0; i < 8; i++) {
      out.putInt(h[i] + v[i]);
    }
    return out.array();
  }

  private static byte[] block(byte[] key, int pad) {
    byte[] block = new byte[64];
    Arrays.fill(block, (byte) pad);
    for (int i = 0; i < key.length; i++) {
      block[i] ^= key[i];
    }
    return block;
  }

  private static byte[] derived(String purpose) {
    byte[] info =
        ("consent-gate/v1/" + purpose + "\0" + DumpedProcess.SITE + "\1")
            .getBytes(StandardCharsets.UTF_8);
    return DumpedProcess.hmac(DumpedProcess.secret(), info);
  }

  @Test
  @DisplayName("positive control: keys that the JDK has are found, as they are and as states")
  void othersAreFound() {
    byte[] control = DumpedProcess.control();
    assertTrue(has(before, control), "as a key of the JDK");
    assertTrue(has(before, Arrays.copyOf(block(control, 0x36), 32)), "in the JDK's own Mac");
    assertTrue(has(after, Arrays.copyOf(block(control, 0x36), 32)), "which nobody can wipe");
    assertTrue(has(before, state(block(control, 0x36))), "and as a digest that was primed");
  }

  @Test
  @DisplayName("of our keys nothing is there, not even while they are used: no state, no block")
  void nothingIsThere() {
    List<byte[]> keys = List.of(DumpedProcess.secret(), derived("client"), derived("net"));
    for (byte[] dump : List.of(before, after)) {
      for (byte[] key : keys) {
        assertFalse(has(dump, key));
        for (int pad : new int[] {0x36, 0x5c}) {
          assertFalse(has(dump, state(block(key, pad))), "state " + pad);
          assertFalse(has(dump, Arrays.copyOf(block(key, pad), 32)), "block " + pad);
        }
      }
    }
  }

  @Test
  @DisplayName("TL-02: of a hundred addresses none is there, as text or as octets")
  void noAddressIsThere() throws IOException {
    for (int i = 0; i < DumpedProcess.ADDRESSES; i++) {
      String address = DumpedProcess.address(i);
      assertFalse(has(before, address.getBytes(StandardCharsets.ISO_8859_1)), address);
      byte[] mapped = new byte[16];
      mapped[10] = -1;
      mapped[11] = -1;
      ClientAddress.of(address).orElseThrow().writeTo(mapped, 0);
      assertFalse(has(before, Arrays.copyOfRange(mapped, 8, 16)), address);
    }
  }
}
