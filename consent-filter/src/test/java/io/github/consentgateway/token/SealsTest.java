package io.github.consentgateway.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SealsTest {

  private final Seals seals = new Seals("t+jwt", KeyRing.of(Fixtures.KEY));

  @Test
  void opensWhatItSigned() {
    assertEquals(new Reading.Good<>("{\"a\":1}"), seals.open(seals.sign("{\"a\":1}")));
    assertTrue(seals.isOf(seals.ring()));
    assertFalse(seals.isOf(KeyRing.of(Fixtures.KEY)));
  }

  @Test
  void knowsOnlyItsOwnHeaders() {
    String other = new Seals("u+jwt", seals.ring()).sign("{}");

    assertEquals(new Reading.Bad<>(TokenDefect.HEADER), seals.open(other));
  }

  @Test
  void showsNoSecret() {
    assertEquals("Seal[t+jwt, k1]", new Seal("t+jwt", Fixtures.KEY).toString());
  }

  @Test
  void writesEmptyCollections() {
    ClaimsText claims =
        new ClaimsText().claim("a", List.of()).claim("b", Map.of()).claim("c", List.of("d", "d"));

    assertEquals("{\"a\":[],\"b\":{},\"c\":[\"d\"]}", claims.text());
  }
}
