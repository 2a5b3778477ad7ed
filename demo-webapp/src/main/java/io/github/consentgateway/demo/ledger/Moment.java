package io.github.consentgateway.demo.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A day or an instant, as somebody types it; days are those of UTC.
 *
 * @param begin where it begins
 * @param end where it ends: an instant ends at once
 */
record Moment(Instant begin, Instant end) {

  /** Reads one. */
  static final class Reader implements ITypeConverter<Moment> {

    @Override
    public Moment convert(String text) {
      try {
        return text.contains("T") ? of(Instant.parse(text)) : of(LocalDate.parse(text));
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no day and no instant; write one as 2026-11-30 or 2026-11-30T14:05:00Z"
                .formatted(text));
      }
    }
  }

  private static Moment of(Instant instant) {
    return new Moment(instant, instant);
  }

  private static Moment of(LocalDate day) {
    return new Moment(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
