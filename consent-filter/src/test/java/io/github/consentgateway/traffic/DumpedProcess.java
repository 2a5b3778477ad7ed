package io.github.consentgateway.traffic;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A process that makes pseudonyms, and writes what is alive in its memory into two files: before
 * its key is destroyed, and after.
 */
final class DumpedProcess {

  static final String SITE = "example.org";
  static final int ADDRESSES = 100;

  private DumpedProcess() {}

  /** The secret, which the process that looks knows as well. */
  static byte[] secret() {
    try {
      return MessageDigest.getInstance("SHA-256").digest("dump".getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A key that is used as others do: by the JDK's own code, and by a digest that is primed. */
  static byte[] control() {
    return hmac(secret(), "control".getBytes(StandardCharsets.UTF_8));
  }

  static byte[] hmac(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** As HMAC begins. */
  private static MessageDigest primed(byte[] key) throws NoSuchAlgorithmException {
    byte[] block = new byte[64];
    for (int i = 0; i < block.length; i++) {
      block[i] = (byte) (0x36 ^ (i < key.length ? key[i] : 0));
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(block);
    return digest;
  }

  /** An address that is nowhere as a constant. */
  static String address(int number) {
    return 203 + "." + (97 + number % 3) + "." + 113 + "." + number;
  }

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path directory = Path.of(arguments[0]);
    EpochKey key = new EpochKey(LocalDate.of(2026, 11, 27), secret(), SITE);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < ADDRESSES; i++) {
      ClientAddress address = ClientAddress.of(address(i)).orElseThrow();
      made.add(key.client(address).orElseThrow().text());
      made.add(key.network(address).orElseThrow().text());
    }
    List<Object> others =
        List.of(new SecretKeySpec(control(), "HmacSHA256"), mac(control()), primed(control()));
    dump(directory.resolve("before.hprof"));
    key.destroy();
    dump(directory.resolve("after.hprof"));
    System.out.println(made.size() + key.epoch() + others.size());
  }

  private static void dump(Path file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
  }
}
