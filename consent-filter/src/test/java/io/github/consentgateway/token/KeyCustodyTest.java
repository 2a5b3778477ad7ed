package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are read only from a regular file that nobody else may read or replace. */
class KeyCustodyTest {

  private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path temporary) throws IOException {
    directory = Files.createDirectory(temporary.resolve("data"));
    mode(directory, "rwx------");
    file = directory.resolve("keys.jwks");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private KeyFile open() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> KeyFile.open(file, Clock.systemUTC()));
  }

  private List<String> problems() {
    return assertThrows(KeyFileException.class, this::open).problems();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private List<String> irregular() {
    return List.of(file + ": no regular file; a regular file, or a link to one, is allowed");
  }

  @Test
  @DisplayName("a file that root replaces still belongs to whom it belonged")
  void ownerIsKept() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    Files.write(file, new byte[] {1});
    UserPrincipal other =
        file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(file, other);

    new PrivateFile(file).replace(new byte[] {2});

    assertEquals(other, Files.getOwner(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  @DisplayName("a pipe would keep the start waiting for somebody who writes into it")
  void refusesAPipe() throws Exception {
    run("mkfifo", "-m", "600", file.toString());

    assertEquals(irregular(), problems());
  }

  @Test
  void refusesALinkToAPipe() throws Exception {
    Path pipe = directory.resolve("pipe");
    run("mkfifo", "-m", "600", pipe.toString());
    Files.createSymbolicLink(file, pipe);

    assertEquals(irregular(), problems());
  }

  @Test
  void refusesADevice() throws IOException {
    Files.createSymbolicLink(file, Path.of("/dev/zero"));

    assertEquals(irregular(), problems());
  }

  @Test
  void refusesADirectory() throws IOException {
    Files.createDirectory(file);

    assertEquals(irregular(), problems());
  }

  @Test
  void keepsItsKeysWhenAPipeTakesThePlaceOfTheFile() throws Exception {
    KeyFile keys = open();
    KeyRing ring = keys.ring();
    Files.delete(file);
    run("mkfifo", "-m", "600", file.toString());

    assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(20), keys::refresh));
    assertThrows(KeyFileException.class, keys::rotate);
    assertSame(ring, keys.ring());
  }

  @ParameterizedTest
  @CsvSource({
    "rwx------, true",
    "rwxr-xr-x, true",
    "rwxrwx---, false",
    "rwx----w-, false",
    "rwxrwxrwx, false"
  })
  void takesKeysOnlyFromADirectoryThatOthersCannotWriteTo(String mode, boolean taken)
      throws IOException {
    open();
    mode(directory, mode);

    if (taken) {
      assertEquals(1, open().ring().keys().size());
    } else {
      assertEquals(List.of(refusal(mode)), problems());
    }
  }

  private String refusal(String mode) {
    return "%s: mode %s of the directory %s lets others replace the file; rwx------ (0700) is allowed"
        .formatted(file, mode, directory);
  }

  @Test
  void createsNoKeyInADirectoryThatOthersCanWriteTo() throws IOException {
    mode(directory, "rwxrwxr-x");

    assertEquals(List.of(refusal("rwxrwxr-x")), problems());
    assertFalse(Files.exists(file));
  }

  @Test
  @DisplayName("in a sticky directory such as /tmp only the owner of a file may replace it")
  void takesKeysFromAStickyDirectory() throws Exception {
    run("chmod", "1777", directory.toString());

    assertEquals(open().ring().keys(), open().ring().keys());
  }

  @Test
  void looksAtTheDirectoryOfALinkAndAtThatOfItsTarget(@TempDir Path secrets) throws IOException {
    Path target = secrets.resolve("mounted.jwks");
    KeyRing mounted = KeyFile.open(target, Clock.systemUTC()).ring();
    Files.createSymbolicLink(file, target);
    assertEquals(mounted.keys(), open().ring().keys());

    mode(secrets, "rwxrwxrwx");
    mode(directory, "rwx-w----");

    assertEquals(2, problems().size());
  }

  @Test
  void refusesAFileOfSomebodyElse() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root gives a file away");
    open();
    Files.setOwner(
        file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertEquals(
        List.of(file + ": the file belongs to nobody; one of root is allowed"), problems());
  }

  @DisplayName("Kubernetes, fsGroup: a group may read what is root's, and nothing else")
  @ParameterizedTest
  @CsvSource({
    "shop, shop, rw-------, 0",
    "shop, shop, r--------, 0",
    "shop, shop, rw-r-----, 1",
    "shop, root, rw-------, 0",
    "shop, root, r--r-----, 0",
    "shop, root, rw-r-----, 0",
    "shop, root, rw-rw----, 1",
    "shop, root, r--r-x---, 1",
    "shop, root, r--r--r--, 1",
    "shop, mail, rw-------, 1",
    "shop, mail, r--r-----, 2",
    "root, root, rw-------, 0",
    "root, root, r--r-----, 1",
    "root, shop, rw-------, 1",
    "'', 1000650000, rw-------, 0",
    "'', 1000650000, rw-r-----, 1",
    "'', root, r--r-----, 0",
    "'', root, r--r--r--, 1"
  })
  void knowsWhoMayHaveTheFile(String user, String owner, String mode, int problems) {
    Custody custody = new Custody(Optional.of(user).filter(name -> !name.isEmpty()));

    assertEquals(problems, custody.problems(owner, PosixFilePermissions.fromString(mode)).size());
  }

  @Test
  void saysWhatIsAllowedInstead() {
    assertEquals(
        List.of(
            "the file belongs to mail; one of root or shop is allowed",
            "mode r--r----- lets others at the keys; rw------- (0600) is allowed"),
        new Custody(Optional.of("shop"))
            .problems("mail", PosixFilePermissions.fromString("r--r-----")));
    assertEquals(
        List.of("mode r--r--r-- lets others at the keys; r--r----- (0440) is allowed"),
        new Custody(Optional.of("shop"))
            .problems("root", PosixFilePermissions.fromString("r--r--r--")));
  }
}
