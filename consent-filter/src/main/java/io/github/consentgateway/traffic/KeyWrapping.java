package io.github.consentgateway.traffic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Wraps the keys of days, so that they can lie where several nodes find them, under keys that are
 * kept elsewhere and destroyed themselves: a copy of the store from before is of no use then.
 * Thread-safe.
 */
public interface KeyWrapping {

  /** The key of a day, wrapped; empty if there is nothing to wrap it under any more. */
  Optional<byte[]> wrap(LocalDate day, byte[] key);

  /** What was wrapped; empty if it is not that, or was wrapped under a key that is destroyed. */
  Optional<byte[]> unwrap(LocalDate day, byte[] wrapped);

  /** Destroys what only keys of days before this one were wrapped under. */
  void destroyBefore(LocalDate day);
}
