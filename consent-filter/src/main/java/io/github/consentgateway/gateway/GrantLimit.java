package io.github.consentgateway.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.consentgateway.policy.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
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
  private static final int PREFIX = 8;

  private final int most;
  private final byte[] key = new byte[KEY];
  private final Cache<Long, AtomicInteger> counts;

  GrantLimit(int most, Clock clock) {
    this.most = most;
    new SecureRandom().nextBytes(key);
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterWrite(SPAN)
            .ticker(new Elapsed(clock))
            .build();
  }

  /** The time that has passed; a clock that is set back must not make a minute longer. */
  private static final class Elapsed implements Ticker {
    private final Clock clock;
    private long last;
    private long elapsed;

    Elapsed(Clock clock) {
      this.clock = clock;
      this.last = clock.millis();
    }

    @Override
    public synchronized long read() {
      long now = clock.millis();
      elapsed += Math.max(0, now - last);
      last = now;
      return TimeUnit.MILLISECONDS.toNanos(elapsed);
    }
  }

  /** Whether this client, or this consent, may leave one more record; counts it. */
  boolean admits(String address) {
    byte[] hash = Sha256.of(key, network(address).getBytes(StandardCharsets.UTF_8));
    long client = ByteBuffer.wrap(hash).getLong();
    return Objects.requireNonNull(counts.get(client, unused -> new AtomicInteger()))
            .incrementAndGet()
        <= most;
  }

  /** An IPv4 address, or the first 64 bits of an IPv6 address; anything else as it is. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      // With a colon it is a literal: no name is looked up.
      InetAddress read =
          InetAddress.getByName(address.replaceFirst("^\\[", "").split("[%\\]]", 2)[0]);
      return read instanceof Inet6Address
          ? HexFormat.of().formatHex(read.getAddress(), 0, PREFIX)
          : read.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
