package io.github.consentgateway.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The keys by which addresses become pseudonyms, one for each day (UTC). Thread-safe. */
interface EpochKeys extends AutoCloseable {

  /**
   * How long a key outlives its day: a request that began before midnight may still be under way.
   */
  Duration GRACE = Duration.ofMinutes(10);

  /**
   * The key of a request that begins now; empty if there is any doubt: then no pseudonym is made.
   */
  Optional<EpochKey> now();

  /** Destroys what is over; called every few seconds, whether there are requests or not. */
  void tick();

  /** Destroys all keys. */
  @Override
  void close();

  /** The instant at which the key of this day must be gone. */
  static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(GRACE);
  }
}
