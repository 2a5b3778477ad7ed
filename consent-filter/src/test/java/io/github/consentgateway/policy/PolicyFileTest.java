package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {

  private static final Logger LOG = Logger.getLogger(PolicyFile.class.getName());

  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void writeAPolicy() throws IOException {
    LOG.addHandler(handler);
    LOG.setUseParentHandlers(false);
    path = folder.resolve("consent.yaml");
    Files.writeString(path, Policies.YAML);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(handler);
    LOG.setUseParentHandlers(true);
  }

  private PolicyFile watched() {
    return watched(path);
  }

  private static PolicyFile watched(Path file) {
    return new PolicyFile(file, UnaryOperator.identity(), Policies.CLOCK);
  }

  @Test
  void keepsThePolicyWhenNothingChanged() throws IOException {
    PolicyFile file = watched();
    ConsentPolicy before = file.current();
    Files.setLastModifiedTime(path, FileTime.fromMillis(0));

    assertFalse(file.refresh());

    assertSame(before, file.current());
    assertEquals(List.of(), logged);
  }

  @Test
  void takesAChangeThatKeepsSizeAndDate() throws IOException {
    PolicyFile file = watched();
    FileTime date = Files.getLastModifiedTime(path);
    Files.writeString(path, Policies.with("\"2026-11-22\"", "\"2026-11-23\""));
    Files.setLastModifiedTime(path, date);

    assertTrue(file.refresh());

    assertEquals("2026-11-23", file.current().version());
    assertFalse(file.refresh());
  }

  @Test
  void keepsTheFormerPolicyWhenTheNewOneIsInvalid() throws IOException {
    PolicyFile file = watched();
    ConsentPolicy before = file.current();
    Files.writeString(
        path, Policies.with("dpo: dpo@example.fr", "dpo: x").replace("version: 2", "version: 0"));

    assertFalse(file.refresh());
    assertFalse(file.refresh());

    assertSame(before, file.current());
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).contains(path + ":6:6: dpo is \"x\""), logged::toString);
    assertTrue(logged.get(0).contains(path + ":18:14: purposes.audience.version"));
  }

  @Test
  void keepsTheFormerPolicyWhileTheFileIsHalfWritten() throws IOException {
    PolicyFile file = watched();
    String later = Policies.with("\"2026-11-22\"", "\"2026-11-23\"");
    for (int length : new int[] {0, 10, 500, later.indexOf("cookies:") - 20}) {
      Files.writeString(path, later.substring(0, length));
      assertFalse(file.refresh(), "length " + length);
      assertEquals("2026-11-22", file.current().version());
    }
    assertEquals(4, logged.size());
    assertTrue(logged.get(3).endsWith(path + ": the file ends within a line, as if half written"));

    Files.writeString(path, later);

    assertTrue(file.refresh());
    assertEquals("2026-11-23", file.current().version());
  }

  @Test
  void keepsTheFormerPolicyWhileTheFileIsMissing() throws IOException {
    PolicyFile file = watched();
    ConsentPolicy before = file.current();
    Files.delete(path);

    assertFalse(file.refresh());
    assertFalse(file.refresh());

    assertSame(before, file.current());
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).endsWith(path + ": there is no such file"), logged::toString);
    Files.writeString(path, Policies.YAML);
    assertTrue(file.refresh());
  }

  @Test
  void adjustsEveryPolicyBeforeItIsUsed() throws IOException {
    PolicyFile file =
        new PolicyFile(path, policy -> policy.withSite("http://localhost"), Policies.CLOCK);
    assertEquals("http://localhost", file.current().site());
    Files.writeString(path, Policies.with("name: size", "name: consent"));

    assertFalse(file.refresh());

    assertEquals(1, logged.size());
    assertTrue(logged.get(0).contains("no room for the cookie consent"), logged::toString);
    assertTrue(file.current().rule("size").isPresent());
  }

  @Test
  void refusesToStartWithoutAPolicy() throws IOException {
    Path absent = folder.resolve("absent.yaml");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "site: é".getBytes(StandardCharsets.ISO_8859_1));
    Path large = folder.resolve("large.yaml");
    Files.writeString(large, "#".repeat(PolicyText.LONGEST + 1));
    Path loop = Files.createSymbolicLink(folder.resolve("loop.yaml"), folder.resolve("loop.yaml"));

    assertRefused(absent, "there is no such file");
    assertRefused(latin, "the file is not UTF-8 text");
    assertRefused(large, "the file is too large; allowed: 1 MiB");
    assertRefused(folder, "no regular file; a regular file, or a link to one, is allowed");
    assertRefused(loop, "the file cannot be read: ");
  }

  @DisplayName("a pipe would keep the start, or the watch, waiting for its writer")
  @Test
  void doesNotWaitForAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    PolicyFile file = watched();
    Files.delete(path);
    Files.createSymbolicLink(path, pipe);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertRefused(pipe, "no regular file; a regular file, or a link to one, is allowed");
          assertFalse(file.refresh());
        });
    assertEquals("2026-11-22", file.current().version());
  }

  private static void assertRefused(Path file, String message) {
    PolicyException refusal = assertThrows(PolicyException.class, () -> watched(file));

    String told = String.valueOf(refusal.getMessage());
    assertTrue(told.startsWith(file + ": " + message), told);
    assertEquals(
        told, assertThrows(PolicyException.class, () -> ConsentPolicy.load(file)).getMessage());
    assertEquals(0, refusal.problems().get(0).line());
  }

  @Test
  void loadsAFile() {
    assertEquals(Policies.valid().fingerprint(), ConsentPolicy.load(path).fingerprint());
  }
}
