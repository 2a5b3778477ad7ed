package io.github.consentgateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread or node will have done. */
public final class Await {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final long LOOK_MILLIS = 20;

  private Await() {}

  /** Looks every 20 ms, for a minute at most. */
  public static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within a minute");
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
