package io.github.consentgateway.traffic;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

  /** An address that is nowhere as a constant. */
  static String address(int number) {
    return 203 + "." + (97 + number % 3) + "." + 113 + "." + number;
  }

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    EpochKey key = new EpochKey(LocalDate.of(2026, 11, 27), secret(), SITE);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < ADDRESSES; i++) {
      ClientAddress address = ClientAddress.of(address(i)).orElseThrow();
      made.add(key.client(address).orElseThrow().text());
      made.add(key.network(address).orElseThrow().text());
    }
    dump(directory.resolve("before.hprof"));
    key.destroy();
    dump(directory.resolve("after.hprof"));
    System.out.println(made.size() + key.epoch());
  }

  private static void dump(Path file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toString(), true);
  }
}
