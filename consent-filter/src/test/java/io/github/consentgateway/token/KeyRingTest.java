package io.github.consentgateway.token;

import static io.github.consentgateway.token.Fixtures.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  @Test
  void signsWithTheFirstKey() {
    assertSame(KEY, KeyRing.of(KEY, Fixtures.OTHER_KEY).signing());
  }

  @Test
  void refusesARingWithoutKeysOrWithTwoOfOneName() {
    TokenKey twin = Fixtures.key("k1", 5);

    assertThrows(IllegalArgumentException.class, () -> KeyRing.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> KeyRing.of(KEY, twin));
  }

  @Test
  void refusesWeakKeysAndOddNamesWithoutQuotingTheSecret() {
    byte[] weak = new byte[32];
    for (String kid : List.of("", "a b", "\u00e9", "x".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> TokenKey.of(kid, weak));
    }
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> TokenKey.of("k", weak));
    assertEquals("key k repeats itself; only random bytes are allowed", refusal.getMessage());
  }

  @Test
  void comparesKeysByNameAndSecret() {
    assertEquals(KEY, Fixtures.key("k1", 1));
    assertEquals(KEY.hashCode(), Fixtures.key("k1", 1).hashCode());
    assertNotEquals(KEY, Fixtures.key("k1", 2));
    assertNotEquals(KEY, Fixtures.key("k2", 1));
    assertFalse(KEY.equals((Object) "k1"));
  }

  @Test
  void keepsOneRandomRing() {
    TokenKeys keys = TokenKeys.random();

    assertSame(keys.ring(), keys.ring());
    assertNotEquals(keys.ring().signing(), TokenKeys.random().ring().signing());
  }

  @Test
  void acceptsTenThousandRandomKeys() {
    for (int i = 0; i < 10_000; i++) {
      assertEquals(java.util.Optional.empty(), KeyWeakness.of(TokenKey.randomBytes(32)));
    }
  }
}
