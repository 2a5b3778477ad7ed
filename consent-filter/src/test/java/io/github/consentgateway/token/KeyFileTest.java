package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.DAY;
import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static io.github.consentgateway.token.Fixtures.POLICY;
import static io.github.consentgateway.token.Fixtures.SITE;
import static io.github.consentgateway.token.Fixtures.acceptance;
import static io.github.consentgateway.token.Fixtures.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TK-04")
class KeyFileTest {

  private final SettableClock clock = new SettableClock(MIDNIGHT);
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path directory) {
    file = directory.resolve("data").resolve("keys.jwks");
  }

  private KeyFile open() {
    return KeyFile.open(file, clock);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void createsAFileThatOnlyItsOwnerReads() throws IOException {
    KeyFile keys = open();

    assertEquals("rw-------", mode(file));
    assertEquals("rwx------", mode(file.resolveSibling("")));
    assertEquals(32, keys.ring().signing().secret().getEncoded().length);
    try (var files = Files.list(file.resolveSibling(""))) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void givesTheSameKeyAfterARestart() {
    assertEquals(open().ring().keys(), open().ring().keys());
  }

  @Test
  void makesAnotherKeyInAnotherDirectory(@TempDir Path elsewhere) {
    KeyFile other = KeyFile.open(elsewhere.resolve("keys.jwks"), clock);

    assertNotEquals(open().ring().signing(), other.ring().signing());
  }

  @Test
  void keepsItsRingWhileTheFileStaysAsItIs() {
    KeyFile keys = open();
    KeyRing ring = keys.ring();

    assertFalse(keys.refresh());
    assertSame(ring, keys.ring());
  }

  @Test
  @DisplayName("TK-04: rotation with overlap, on this server and the others")
  void rotatesWithoutLosingAToken() {
    KeyFile here = open();
    KeyFile there = open();
    ConsentTokens tokens = new ConsentTokens(SITE, POLICY::standing, here, clock);
    ConsentTokens others = new ConsentTokens(SITE, POLICY::standing, there, clock);
    String old = sent(tokens.issue(acceptance(DAY)));
    TokenKey oldKey = here.ring().signing();

    here.rotate();
    String fresh = sent(tokens.issue(acceptance(DAY)));

    assertNotEquals(old, fresh);
    assertEquals(List.of(here.ring().signing(), oldKey), here.ring().keys());
    assertTrue(tokens.read(List.of(old)).allows("audience"));
    assertTrue(tokens.read(List.of(fresh)).allows("audience"));
    assertFalse(others.read(List.of(fresh)).allows("audience"));
    assertTrue(there.refresh());
    assertTrue(others.read(List.of(fresh)).allows("audience"));
    assertTrue(others.read(List.of(old)).allows("audience"));
  }

  @Test
  void dropsAKeyWhenTheLastCookieItSignedHasEnded() {
    KeyFile keys = open();
    TokenKey first = keys.ring().signing();
    clock.advance(Duration.ofDays(1000));
    keys.rotate();
    TokenKey second = keys.ring().signing();
    assertEquals(List.of(second, first), keys.ring().keys());

    clock.advance(Duration.ofDays(390));
    keys.rotate();
    TokenKey third = keys.ring().signing();
    assertEquals(List.of(third, second, first), keys.ring().keys());

    clock.advance(Duration.ofSeconds(1));
    keys.rotate();
    assertEquals(List.of(keys.ring().signing(), third, second), keys.ring().keys());
  }

  @Test
  void keepsTheModeWhenItRotates() throws IOException {
    open().rotate();

    assertEquals("rw-------", mode(file));
  }

  @Test
  void followsASymbolicLinkAndLeavesItInPlace(@TempDir Path secrets) throws IOException {
    Path target = secrets.resolve("mounted.jwks");
    KeyRing mounted = KeyFile.open(target, clock).ring();
    Files.createDirectory(
        file.resolveSibling(""),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createSymbolicLink(file, target);

    KeyFile keys = open();
    keys.rotate();

    assertEquals(mounted.signing(), keys.ring().keys().get(1));
    assertTrue(Files.isSymbolicLink(file));
    assertEquals(keys.ring().keys(), KeyFile.open(target, clock).ring().keys());
  }

  @Test
  void acceptsAKeyThatItsOwnerMayOnlyRead() throws IOException {
    KeyRing ring = open().ring();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

    assertEquals(ring.keys(), open().ring().keys());
  }

  @Test
  void refusesAFileThatCannotBeCreated() throws IOException {
    Files.createFile(file.resolveSibling(""));

    KeyFileException refusal = assertThrows(KeyFileException.class, this::open);

    assertEquals(1, refusal.problems().size());
    assertTrue(refusal.problems().get(0).startsWith(file + ": cannot be used ("));
  }

  @Test
  void showsNothingOfItsKeys() {
    KeyFile keys = open();
    String kid = keys.ring().signing().kid();

    assertEquals("KeyFile[" + file + "]", keys.toString());
    assertEquals("KeyRing[" + kid + "]", keys.ring().toString());
    assertEquals("TokenKey[" + kid + "]", keys.ring().signing().toString());
  }
}
