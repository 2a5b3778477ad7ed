package io.github.consentgateway.demo.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who is busiest, in bounded memory")
final class BusiestTest {

  @Test
  void fewAreCountedExactly() {
    Busiest busiest = new Busiest();
    List.of("a", "b", "", "a", "", "").forEach(busiest::add);
    assertEquals(2, busiest.clients(), "nobody knows whether the others are one more");
    assertEquals(3, busiest.most(), "but they may be one");
    assertEquals(List.of(Map.entry("a", 2L)), busiest.first(1));
  }

  @Test
  @DisplayName("of a hundred thousand clients, the busiest is never taken for less busy")
  void manyAreBounded() {
    Busiest busiest = new Busiest();
    for (int request = 0; request < 100_000; request++) {
      busiest.add("c" + request);
      if (request % 100 == 0) {
        busiest.add("busy");
      }
    }
    assertTrue(busiest.most() >= 1_000, () -> "" + busiest.most());
    assertTrue(busiest.most() <= 1_000 + 101_000 / 4_096, () -> "" + busiest.most());
    assertTrue(busiest.clients() <= 4_096 && busiest.clients() >= 10);
    assertEquals("busy", busiest.first(1).get(0).getKey());
  }
}
