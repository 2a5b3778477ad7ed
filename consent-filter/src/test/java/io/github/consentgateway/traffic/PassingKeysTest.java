package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("TL-05, log tests 32-36 and 40: a key for a day, and no way back")
class PassingKeysTest {

  private static final Instant EVENING = Instant.parse("2026-11-27T23:59:59.999Z");
  private static final ClientAddress ADDRESS = ClientAddress.of("192.0.2.1").orElseThrow();

  private final SettableClock clock = new SettableClock(EVENING);
  private final List<String> noted = new ArrayList<>();
  private final PassingKeys keys =
      new PassingKeys(
          "example.org", (event, epoch, at) -> noted.add(event + " " + epoch + " " + at), clock);

  private EpochKey now() {
    return keys.now().orElseThrow();
  }

  @Test
  @DisplayName("log test 32: at midnight another key begins; what is under way keeps its own")
  void keyChangesAtMidnight() {
    EpochKey evening = now();
    assertSame(evening, now());
    clock.advance(Duration.ofMillis(1));
    EpochKey morning = now();

    assertNotEquals(evening.epoch(), morning.epoch());
    assertNotEquals(evening.client(ADDRESS), morning.client(ADDRESS));
    assertTrue(evening.client(ADDRESS).isPresent());
  }

  @Test
  @DisplayName("log tests 33 and 40: ten minutes later the key is gone, with nobody asking")
  void keyIsDestroyedAfterTheGrace() {
    EpochKey evening = now();
    clock.advance(Duration.ofMinutes(10));
    keys.tick();
    assertTrue(evening.client(ADDRESS).isPresent(), "a millisecond before");
    clock.advance(Duration.ofMillis(1));
    keys.tick();

    assertEquals(Optional.empty(), evening.client(ADDRESS));
    assertEquals(
        List.of(
            "CREATED " + evening.epoch() + " 2026-11-27T23:59:59.999Z",
            "DESTROYED " + evening.epoch() + " 2026-11-28T00:10:00Z"),
        noted);
  }

  @Test
  @DisplayName("log test 33: the same while requests go on")
  void keyIsDestroyedWhileAnotherIsUsed() {
    EpochKey evening = now();
    clock.advance(Duration.ofMillis(1));
    EpochKey morning = now();
    clock.advance(Duration.ofMinutes(10));
    keys.tick();

    assertEquals(Optional.empty(), evening.client(ADDRESS));
    assertTrue(morning.client(ADDRESS).isPresent());
  }

  @Test
  @DisplayName("log test 34: a clock that jumps gets other keys, never those of before")
  void jumpingClockGetsNewKeys() {
    Set<String> epochs = new HashSet<>();
    List<EpochKey> made = new ArrayList<>();
    for (Duration jump :
        List.of(Duration.ZERO, Duration.ofDays(400), Duration.ofDays(-400), Duration.ofDays(1))) {
      clock.advance(jump);
      keys.tick();
      made.add(now());
      epochs.add(now().epoch());
    }
    assertEquals(4, epochs.size());
    for (EpochKey old : made.subList(0, 3)) {
      assertEquals(Optional.empty(), old.client(ADDRESS));
    }
  }

  @Test
  @DisplayName("log test 36: after a restart nothing of before can be made again")
  void restartBeginsAnother() {
    Optional<Pseudonym> before = now().client(ADDRESS);
    PassingKeys restarted = new PassingKeys("example.org", (event, epoch, at) -> {}, clock);

    assertNotEquals(before, restarted.now().orElseThrow().client(ADDRESS));
  }

  @Test
  @DisplayName("closed keys are destroyed, and no other begins")
  void closedKeysAreGone() {
    EpochKey evening = now();
    keys.close();

    assertEquals(Optional.empty(), evening.client(ADDRESS));
    assertEquals(Optional.empty(), keys.now());
    assertEquals(2, noted.size());
  }

  @Test
  @DisplayName("log test 35: threads that come at once agree on one key")
  void threadsAgree() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    for (int round = 0; round < 100; round++) {
      PassingKeys fresh = new PassingKeys("example.org", (event, epoch, at) -> {}, clock);
      List<Callable<String>> all = Collections.nCopies(16, () -> fresh.now().orElseThrow().epoch());
      Set<String> epochs = new HashSet<>();
      for (Future<String> one : pool.invokeAll(all)) {
        epochs.add(one.get());
      }
      assertEquals(1, epochs.size());
    }
    pool.shutdown();
  }
}
