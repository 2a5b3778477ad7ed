package io.github.consentgateway.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells listeners of withdrawals, one after the other, in the way of no visitor. Thread-safe. */
final class Announcements implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");
  private static final int MOST_WAITING = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<WithdrawalListener> listeners;

  /** A visitor may press twice, and both requests may find the consent standing. */
  private final Cache<String, Boolean> told =
      Caffeine.newBuilder()
          .maximumSize(MOST_WAITING)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          PATIENCE.toSeconds(),
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          Announcements::thread);

  Announcements(List<WithdrawalListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "consent-withdrawals");
    thread.setDaemon(true);
    return thread;
  }

  void announce(Withdrawal withdrawal) {
    if (listeners.isEmpty()
        || told.asMap().putIfAbsent(withdrawal.consentId(), withdrawal.erased()) != null) {
      return;
    }
    try {
      thread.execute(() -> listeners.forEach(listener -> tell(listener, withdrawal)));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.ERROR, "A withdrawal was not announced: too many wait already");
    }
  }

  private static void tell(WithdrawalListener listener, Withdrawal withdrawal) {
    try {
      listener.withdrawn(withdrawal);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A listener failed at a withdrawal: {0}", e.getClass().getName());
    }
  }

  /** Tells what still waits, within three seconds. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "{0} withdrawals were not announced", thread.getQueue().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
