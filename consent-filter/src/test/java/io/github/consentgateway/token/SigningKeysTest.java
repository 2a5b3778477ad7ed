package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that sign what others verify. */
class SigningKeysTest {

  @TempDir private Path directory;

  @Test
  void whatIsSignedVerifies() {
    SigningKeys keys = SigningKeys.open(directory.resolve("k.json"), Clock.systemUTC());
    String jws = keys.sign("a+jws", "{\"b\":1}");
    assertEquals(Optional.of("{\"b\":1}"), keys.verified("a+jws", jws));
  }
}
