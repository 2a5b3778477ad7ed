package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.MIDNIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.consentgateway.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and key files at the limits, just before and just after. */
class KeyLimitsTest {

  private static byte[] file(int keys) {
    return new JwkSet(
            IntStream.range(0, keys)
                .mapToObj(i -> new JwkSet.StoredKey(Fixtures.key("k" + i, i), Optional.empty()))
                .toList())
        .json();
  }

  private static KeyFile open(Path directory, byte[] content) throws IOException {
    Path path = directory.resolve("keys.jwks");
    Files.write(path, content);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return KeyFile.open(path, new SettableClock(MIDNIGHT));
  }

  @Test
  void takes64KeysAndNotOneMore(@TempDir Path directory) throws IOException {
    assertEquals(64, open(directory, file(64)).ring().keys().size());
    assertThrows(KeyFileException.class, () -> open(directory, file(65)));
  }

  @Test
  void takes64KiBAndNotOneOctetMore(@TempDir Path directory) throws IOException {
    String json = new String(file(1), StandardCharsets.UTF_8);
    String largest = json + " ".repeat(65_536 - json.length());

    assertEquals(1, open(directory, largest.getBytes(StandardCharsets.UTF_8)).ring().keys().size());
    assertThrows(
        KeyFileException.class,
        () -> open(directory, (largest + " ").getBytes(StandardCharsets.UTF_8)));
  }

  @DisplayName("a key of 32 octets has at least 16 different ones")
  @ParameterizedTest
  @CsvSource({"15, true", "16, false", "17, false"})
  void refusesFewDifferentOctets(int different, boolean refused) {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      int value = i % different;
      secret[i] = (byte) (value * value + 200);
    }

    assertEquals(refused, KeyWeakness.of(secret).isPresent());
  }

  @DisplayName("of the 30 steps between 32 octets, half of them at most go on as the one before")
  @ParameterizedTest
  @CsvSource({"17, false", "18, false", "19, true"})
  void refusesKeysThatAreCounted(int counted, boolean refused) {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (i < counted ? i : i * i);
    }

    assertEquals(refused, KeyWeakness.of(secret).isPresent());
  }

  @DisplayName("tabs and line ends are text, a backspace is not")
  @ParameterizedTest
  @CsvSource({"8, false", "9, true", "10, true", "126, true", "127, false"})
  void refusesReadableText(int octet, boolean refused) {
    String text = "correct horse battery" + (char) octet + "staple, twice over";

    assertEquals(refused, KeyWeakness.of(text.getBytes(StandardCharsets.ISO_8859_1)).isPresent());
  }
}
