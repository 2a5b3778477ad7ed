package io.github.consentgateway.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.consentgateway.policy.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps one client from filling the ledger: so many records a minute, then no more until that
 * minute is over. Clients are told apart by a hash of their address under a key that this process
 * made up and keeps to itself; of IPv6 the first 64 bits count. Thread-safe.
 */
final class GrantLimit {

  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final int CLIENTS = 100_000;
  private static final int KEY = 32;
  private static final int GROUPS = 4;

  private final int most;
  private final byte[] key = new byte[KEY];
  private final Cache<Long, AtomicInteger> counts;

  GrantLimit(int most, Clock clock) {
    this.most = most;
    new SecureRandom().nextBytes(key);
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    this.counts =
        Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterWrite(SPAN).ticker(ticker).build();
  }

  /** Whether this client may leave one more record; counts it. */
  boolean admits(String address) {
    byte[] hash = Sha256.of(key, network(address).getBytes(StandardCharsets.UTF_8));
    long client = ByteBuffer.wrap(hash).getLong();
    return Objects.requireNonNull(counts.get(client, unused -> new AtomicInteger()))
            .incrementAndGet()
        <= most;
  }

  /** An IPv4 address, or the network part of an IPv6 address as far as it is written out. */
  private static String network(String address) {
    int at = -1;
    for (int group = 0; group < GROUPS; group++) {
      at = address.indexOf(':', at + 1);
      if (at < 0) {
        return address;
      }
    }
    return address.substring(0, at);
  }
}
