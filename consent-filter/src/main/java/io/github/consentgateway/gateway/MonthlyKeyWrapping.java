package io.github.consentgateway.gateway;

import io.github.consentgateway.token.RecordKeys;
import io.github.consentgateway.traffic.KeyWrapping;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Wraps the keys of the traffic log under one of their month. Thread-safe. */
public record MonthlyKeyWrapping(RecordKeys months) implements KeyWrapping {

  private static String name(LocalDate day) {
    return "traffic key of " + day;
  }

  @Override
  public Optional<byte[]> wrap(LocalDate day, byte[] key) {
    return months.seal(YearMonth.from(day), name(day), key);
  }

  @Override
  public Optional<byte[]> unwrap(LocalDate day, byte[] wrapped) {
    return months.open(YearMonth.from(day), name(day), wrapped);
  }

  @Override
  public void destroyBefore(LocalDate day) {
    if (months.first().isBefore(YearMonth.from(day))) {
      months.destroyBefore(YearMonth.from(day));
    }
  }
}
