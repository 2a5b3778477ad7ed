package io.github.consentgateway.record;

import io.github.consentgateway.token.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Real signing keys, in a directory that goes with the process. */
final class Keys implements Signer {

  private final SigningKeys file;

  Keys() {
    try {
      Path directory = Files.createTempDirectory("keys");
      directory.toFile().deleteOnExit();
      file = SigningKeys.open(directory.resolve("signing.json"), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String sign(String type, String payload) {
    return file.sign(type, payload);
  }

  @Override
  public Optional<String> verified(String type, String jws) {
    return file.verified(type, jws);
  }

  String publicKeys() {
    return file.publicKeys();
  }
}
