package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficLog;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Two kinds of requests are noted in turns, and the times that it took are ranked (Mann and
 * Whitney), those of one kind after a handicap: it is at home in the noise of any network, and what
 * still is longer mostly than the other kind differs by more than that. Other processes disturb
 * both alike.
 */
@DisplayName("log test 30: how long it takes to note a request tells nothing of its visitor")
class TrafficTimingTest {

  private static final int PAIRS = 4_000;
  private static final int WARM_UP = 4_000;
  private static final int TRIES = 5;
  private static final long HANDICAP_NANOS = 5_000;

  private static final TrafficLog NOWHERE =
      new TrafficLog() {
        @Override
        public void record(TrafficEvent event) {}

        @Override
        public void close() {}
      };

  private static long nanos(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return System.nanoTime() - begun;
  }

  /** The times of both kinds, the one first as often as the other. */
  private static long[][] times(IntFunction<Runnable> first, IntFunction<Runnable> second) {
    long[][] times = new long[2][PAIRS];
    for (int i = -WARM_UP; i < PAIRS; i++) {
      Runnable[] pair = {first.apply(i), second.apply(i)};
      int earlier = i & 1;
      long before = nanos(pair[earlier]);
      long after = nanos(pair[1 - earlier]);
      if (i >= 0) {
        times[earlier][i] = before;
        times[1 - earlier][i] = after;
      }
    }
    Arrays.sort(times[0]);
    Arrays.sort(times[1]);
    return times;
  }

  /** How often one takes longer than another, and the handicap: U by the number of all pairs. */
  private static double longer(long[] one, long[] other) {
    double above = 0;
    for (long time : one) {
      above += rank(other, time - HANDICAP_NANOS);
    }
    return above / one.length / other.length;
  }

  /** How many are less. */
  private static int rank(long[] sorted, long time) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A machine that is busy at the wrong moment is given another chance; a difference stays. */
  private static boolean isAlike(
      String what, IntFunction<Runnable> first, IntFunction<Runnable> second) {
    BooleanSupplier once =
        () -> {
          long[][] times = times(first, second);
          double one = longer(times[0], times[1]);
          double other = longer(times[1], times[0]);
          System.out.printf(
              "%s: medians %,d and %,d ns; longer by the handicap in %.3f and %.3f of cases%n",
              what, times[0][PAIRS / 2], times[1][PAIRS / 2], one, other);
          return one < 0.5 && other < 0.5;
        };
    for (int i = 0; i < TRIES; i++) {
      if (once.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static Runnable ending(ConsentGateway gateway, String token) {
    Exchange exchange = gateway.begin(Stage.get("/", "Cookie", token), new Stage.Head());
    return () -> exchange.finish(200, OptionalLong.of(1_000), Optional.empty());
  }

  private static Runnable whole(ConsentGateway gateway, int client) {
    String address =
        "198.%d.%d.%d".formatted(18 + (client >> 16 & 1), client >> 8 & 255, client & 255);
    Stage.Asked asked = Stage.get("/", "Test-Client", address);
    return () ->
        gateway
            .begin(asked, new Stage.Head())
            .finish(200, OptionalLong.of(1_000), Optional.empty());
  }

  private static void busy(int micros) {
    long end = System.nanoTime() + micros * 1_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  @DisplayName("whatever was decided of cookies")
  void consentDoesNotMatter() {
    Stage stage = new Stage(ConsentLedger.inMemory(), b -> b.traffic(NOWHERE));
    String all = stage.tokenFor("audience", "chat");
    IntFunction<Runnable> undecided = i -> ending(stage.gateway, "a=b");
    IntFunction<Runnable> decided = i -> ending(stage.gateway, all);
    assertTrue(isAlike("consent", undecided, decided));
  }

  @Test
  @DisplayName("whether the client was there before")
  void acquaintanceDoesNotMatter() {
    try (ConsentGateway gateway = LeastGateway.least().traffic(NOWHERE).build()) {
      IntFunction<Runnable> known = i -> whole(gateway, 1);
      IntFunction<Runnable> unknown = i -> whole(gateway, 10_000 + i);
      assertTrue(isAlike("client", unknown, known));
    }
  }

  @Test
  @DisplayName("positive control: some microseconds more are found, each time")
  void differencesAreFound() {
    try (ConsentGateway gateway = LeastGateway.least().traffic(NOWHERE).build()) {
      IntFunction<Runnable> usual = i -> whole(gateway, i + WARM_UP);
      IntFunction<Runnable> slow =
          i -> {
            Runnable asked = usual.apply(i);
            return () -> {
              asked.run();
              busy(15);
            };
          };
      assertTrue(!isAlike("15 microseconds", slow, usual));
    }
  }
}
