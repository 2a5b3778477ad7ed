package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.consentgateway.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileRaceTest {

  /** A server that starts, as a process of its own. */
  static final class Start {
    public static void main(String[] args) {
      System.out.print(KeyFile.open(Path.of(args[0]), Clock.systemUTC()).ring());
    }
  }

  @Test
  void givesOneKeyToThreadsThatStartAtOnce(@TempDir Path directory) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    for (int round = 0; round < 20; round++) {
      Path file = directory.resolve("round" + round).resolve("keys.jwks");
      CountDownLatch gun = new CountDownLatch(1);
      Callable<TokenKey> start =
          () -> {
            gun.await();
            return KeyFile.open(file, Clock.systemUTC()).ring().signing();
          };
      List<Future<TokenKey>> starts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        starts.add(pool.submit(start));
      }
      gun.countDown();
      Set<TokenKey> keys = new HashSet<>();
      for (Future<TokenKey> one : starts) {
        keys.add(one.get());
      }
      assertEquals(1, keys.size());
    }
    pool.shutdownNow();
  }

  @Test
  void givesOneKeyToProcessesThatStartAtOnce(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("keys.jwks");
    List<Process> processes = List.of(start(file), start(file), start(file));
    Set<String> rings = new HashSet<>();
    for (Process process : processes) {
      byte[] out = process.getInputStream().readAllBytes();
      assertEquals(0, process.waitFor());
      rings.add(new String(out, StandardCharsets.UTF_8));
    }

    assertEquals(Set.of(KeyFile.open(file, Clock.systemUTC()).ring().toString()), rings);
  }

  private static Process start(Path file) throws IOException {
    return ChildJvm.of(Start.class, List.of(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void worksWhereThereAreNeitherModesNorLinks(@TempDir Path directory) throws IOException {
    URI zip = URI.create("jar:" + directory.resolve("fs.zip").toUri());
    try (FileSystem plain = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path file = plain.getPath("/data/keys.jwks");
      assertFalse(plain.supportedFileAttributeViews().contains("posix"));

      KeyFile keys = KeyFile.open(file, Clock.systemUTC());
      keys.rotate();

      assertEquals(keys.ring().keys(), KeyFile.open(file, Clock.systemUTC()).ring().keys());
      new PrivateFile(file).createIfAbsent(new byte[0]);
      assertEquals(2, keys.ring().keys().size());
      assertFalse(keys.refresh());
      Files.delete(file);
      assertThrows(KeyFileException.class, keys::rotate);
    }
  }
}
