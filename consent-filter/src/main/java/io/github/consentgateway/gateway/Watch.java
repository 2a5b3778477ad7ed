package io.github.consentgateway.gateway;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every few seconds whether a file has changed, on a daemon thread of its own. */
final class Watch implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final long SECONDS = 2;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Watch::thread);

  Watch(Runnable look) {
    var unused = timer.scheduleWithFixedDelay(guarded(look), SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "consent-gateway-watch");
    thread.setDaemon(true);
    return thread;
  }

  /** A look that fails must not be the last one. */
  private static Runnable guarded(Runnable look) {
    return () -> {
      try {
        look.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Cannot look after policy and keys; the last good ones stay", e);
      }
    };
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
