package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scheme, by vectors that another program has computed. */
@DisplayName("TL-02, TL-06, log test 1: the pseudonyms of the golden vectors")
class PseudonymVectorsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private static JsonNode golden() throws IOException {
    try (InputStream in =
        PseudonymVectorsTest.class.getResourceAsStream("/pseudonym/golden-v1.json")) {
      return new JsonMapper().readTree(Objects.requireNonNull(in));
    }
  }

  static Stream<JsonNode> vectors() throws IOException {
    return StreamSupport.stream(golden().path("vectors").spliterator(), false);
  }

  private static EpochKey key(JsonNode vector) {
    byte[] secret = HexFormat.of().parseHex(vector.path("K_epoch").asText());
    return new EpochKey(DAY, secret, vector.path("site").asText());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectorsAreMet(JsonNode vector) {
    EpochKey key = key(vector);
    ClientAddress address = ClientAddress.of(vector.path("ip").asText()).orElseThrow();

    assertEquals(
        Optional.of(vector.path("client_id").asText()), key.client(address).map(Pseudonym::text));
    assertEquals(
        Optional.of(vector.path("net_id").asText()), key.network(address).map(Pseudonym::text));
  }

  @Test
  void allVectorsAreThere() throws IOException {
    assertEquals(39, vectors().count());
  }

  @Test
  @DisplayName("the name of a key is the beginning of the commitment to it, and the key is wiped")
  void nameIsACommitment() throws IOException {
    JsonNode said = golden().path("commitment");
    byte[] secret = HexFormat.of().parseHex(said.path("K_epoch").asText());
    EpochKey key = new EpochKey(DAY, secret, "example.org");

    assertEquals("2026-11-27#" + said.path("commit").asText().substring(0, 8), key.epoch());
    assertEquals("00".repeat(32), HexFormat.of().formatHex(secret));
    assertEquals("EpochKey[" + key.epoch() + "]", key.toString());
  }

  @Test
  @DisplayName("TL-05: a key that is destroyed makes no pseudonym, not even a weak one")
  void destroyedKeyMakesNone() throws IOException {
    EpochKey key = key(vectors().findFirst().orElseThrow());
    ClientAddress address = ClientAddress.of("192.0.2.1").orElseThrow();
    assertNotEquals(Optional.empty(), key.client(address));
    key.destroy();

    assertEquals(Optional.empty(), key.client(address));
    assertEquals(Optional.empty(), key.network(address));
  }
}
