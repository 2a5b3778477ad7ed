package io.github.consentgateway.traffic;

import io.github.consentgateway.policy.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wraps keys under masks of their days, forgets those of months past, and keeps what it wrapped.
 */
final class MaskedKeys implements KeyWrapping {

  private final List<byte[]> wrapped = new ArrayList<>();
  private LocalDate first = LocalDate.EPOCH;

  /** The keys that were wrapped, as they were before. */
  List<byte[]> wrapped() {
    return wrapped;
  }

  private static byte[] masked(LocalDate day, byte[] key) {
    byte[] mask = Sha256.of(("a key of " + day).getBytes(StandardCharsets.UTF_8));
    byte[] masked = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      masked[i] = (byte) (key[i] ^ mask[i]);
    }
    return masked;
  }

  @Override
  public Optional<byte[]> wrap(LocalDate day, byte[] key) {
    wrapped.add(key.clone());
    return Optional.of(masked(day, key));
  }

  @Override
  public Optional<byte[]> unwrap(LocalDate day, byte[] found) {
    return day.isBefore(first) ? Optional.empty() : Optional.of(masked(day, found));
  }

  @Override
  public void destroyBefore(LocalDate day) {
    first = day.withDayOfMonth(1);
  }
}
