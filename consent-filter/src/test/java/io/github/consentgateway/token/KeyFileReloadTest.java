package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileReloadTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("keys.jwks");
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void keepsTheKeysOfARunningServerAndReportsOnce() throws IOException {
    KeyFile keys = KeyFile.open(file, clock);
    String good = Files.readString(file);
    KeyRing ring = keys.ring();
    List<String> log = new ArrayList<>();
    Handler handler = listener(log);
    Logger logger = Logger.getLogger(KeyFile.class.getName());
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);

    Files.writeString(file, good.substring(0, 60));
    assertFalse(keys.refresh());
    assertFalse(keys.refresh());
    assertSame(ring, keys.ring());
    assertEquals(1, log.size());

    Files.delete(file);
    assertFalse(keys.refresh());
    assertThrows(KeyFileException.class, keys::rotate);
    assertSame(ring, keys.ring());
    assertEquals(2, log.size());
    assertTrue(log.get(1).contains("is gone (NoSuchFileException)"), log.get(1));

    write(good);
    assertFalse(keys.refresh());
    assertSame(ring, keys.ring());
    Files.writeString(file, "");
    assertFalse(keys.refresh());
    assertEquals(3, log.size());
    logger.removeHandler(handler);
    assertFalse(String.join(" ", log).contains(good.substring(30, 50)));
  }

  private static Handler listener(List<String> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        log.add(new java.util.logging.SimpleFormatter().formatMessage(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void leavesTheFileAsItIsWhenItCannotBeReplaced() throws IOException {
    KeyFile keys = KeyFile.open(file, clock);
    KeyRing ring = keys.ring();
    write("{");

    assertThrows(KeyFileException.class, keys::rotate);

    assertSame(ring, keys.ring());
    assertEquals("{", Files.readString(file, StandardCharsets.UTF_8));
  }
}
