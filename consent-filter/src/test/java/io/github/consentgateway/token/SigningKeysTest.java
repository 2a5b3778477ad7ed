package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that sign what others verify. */
class SigningKeysTest {

  private static final String TYPE = "a+jws";
  private static final String SAID = "{\"b\": 1}";

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("signing.json");
  }

  private SigningKeys open() {
    return SigningKeys.open(file(), Clock.systemUTC());
  }

  private String refusal(String content) throws IOException {
    Files.writeString(file(), content);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    return assertThrows(KeyFileException.class, this::open).problems().toString();
  }

  @Test
  @DisplayName("what is signed is read back to the last character, by another process too")
  void whatIsSignedVerifies() {
    String jws = open().sign(TYPE, SAID);

    assertEquals(Optional.of(SAID), open().verified(TYPE, jws));
    assertEquals(Optional.of(SAID), open().verified(TYPE, open().sign(TYPE, SAID)));
  }

  @Test
  @DisplayName("nodes that rotate at once lose no key: what each has signed verifies afterwards")
  void rotationsAtOnceLoseNoKey() throws Exception {
    String first = open().sign(TYPE, SAID);
    List<Callable<String>> nodes = Collections.nCopies(8, this::rotatedAndSigned);
    ExecutorService pool = Executors.newFixedThreadPool(nodes.size());
    List<String> signed = new ArrayList<>(List.of(first));
    for (Future<String> one : pool.invokeAll(nodes)) {
      signed.add(one.get());
    }
    pool.shutdown();
    SigningKeys keys = open();
    for (String jws : signed) {
      assertEquals(Optional.of(SAID), keys.verified(TYPE, jws));
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          Set.of("signing.json", ".signing.json.lock"),
          files.map(Path::getFileName).map(Path::toString).collect(Collectors.toSet()));
    }
  }

  private String rotatedAndSigned() {
    SigningKeys node = open();
    node.rotate();
    return node.sign(TYPE, SAID);
  }

  @Test
  @DisplayName("a file that another process does not let go of stays as it is, and that is said")
  void lockedFileIsNotChanged() throws Exception {
    SigningKeys keys = open();
    String before = Files.readString(file());
    Process other = LockingProcess.holding(directory.resolve(".signing.json.lock"));
    try {
      assertThrows(KeyFileException.class, keys::rotate);
      assertEquals(before, Files.readString(file()));
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    keys.rotate();
    assertNotEquals(before, Files.readString(file()));
  }

  @Test
  @DisplayName("TK-03: another type, another key, a changed or endless text: nothing")
  void nothingElseVerifies() {
    SigningKeys keys = open();
    String jws = keys.sign(TYPE, SAID);

    assertEquals(Optional.empty(), keys.verified("b+jws", jws));
    assertEquals(Optional.empty(), SigningKeys.random().verified(TYPE, jws));
    assertEquals(Optional.empty(), keys.verified(TYPE, jws.replaceFirst("\\..", ".A")));
    assertEquals(Optional.empty(), keys.verified(TYPE, ""));
    assertEquals(Optional.empty(), keys.verified(TYPE, "a".repeat((1 << 20) + 1)));
    String unsigned = jws.substring(0, jws.lastIndexOf('.') + 1);
    assertEquals(Optional.empty(), keys.verified(TYPE, unsigned));
  }

  @Test
  @DisplayName("after a rotation the old key verifies and cannot sign any more")
  void rotationKeepsThePublicHalf() throws IOException {
    SigningKeys keys = open();
    SigningKeys other = open();
    String before = keys.sign(TYPE, SAID);
    keys.rotate();

    assertEquals(Optional.of(SAID), keys.verified(TYPE, before));
    assertNotEquals(before.split("\\.", -1)[0], keys.sign(TYPE, SAID).split("\\.", -1)[0]);
    assertEquals(1, Files.readString(file()).split("\"d\"", -1).length - 1);
    assertEquals(2, keys.publicKeys().split("\"x\"", -1).length - 1);
    assertFalse(keys.publicKeys().contains("\"d\""));
    assertEquals(Optional.empty(), other.verified(TYPE, keys.sign(TYPE, SAID)));
    assertTrue(other.refresh());
    assertFalse(other.refresh());
    assertEquals(Optional.of(SAID), other.verified(TYPE, keys.sign(TYPE, SAID)));
  }

  @Test
  void randomKeysRotateInMemory() {
    SigningKeys keys = SigningKeys.random();
    String before = keys.sign(TYPE, SAID);
    keys.rotate();

    assertEquals(Optional.of(SAID), keys.verified(TYPE, before));
    assertFalse(keys.refresh());
    assertEquals("SigningKeys[random]", keys.toString());
  }

  @ParameterizedTest
  @DisplayName("a file that holds no key that signs is refused, and its content is not quoted")
  @ValueSource(
      strings = {
        "{",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"a\",\"x\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"!\",\"x\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"*\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"d\":\"c2VjcmV0\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\","
            + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}",
      })
  void badFileIsRefused(String content) throws IOException {
    String refusal = refusal(content);

    assertTrue(refusal.contains("signing.json: "), refusal);
    assertFalse(refusal.contains("c2VjcmV0"), refusal);
  }

  @Test
  @DisplayName("while running a bad file changes nothing, and a rotation of it is refused")
  void badFileChangesNothing() throws IOException {
    SigningKeys keys = open();
    String jws = keys.sign(TYPE, SAID);
    Files.writeString(file(), "{");

    assertFalse(keys.refresh());
    assertThrows(KeyFileException.class, keys::rotate);
    Files.delete(file());
    assertFalse(keys.refresh());
    assertThrows(KeyFileException.class, keys::rotate);
    assertEquals(Optional.of(SAID), keys.verified(TYPE, jws));
  }

  @Test
  void directoryInTheWayIsRefused() throws IOException {
    Files.createDirectory(file());

    assertThrows(KeyFileException.class, this::open);
    assertThrows(
        KeyFileException.class,
        () -> SigningKeys.open(Path.of("/proc/none/signing.json"), Clock.systemUTC()));
  }

  @Test
  void nothingOfAKeyIsShown() {
    assertEquals("SigningKeys[" + file() + "]", open().toString());
    assertEquals(
        "SigningKey[a]",
        new SigningKey("a", key(), Optional.empty(), java.time.Instant.EPOCH).toString());
  }

  private static java.security.PublicKey key() {
    return SigningKey.random(java.time.Instant.EPOCH).open();
  }
}
