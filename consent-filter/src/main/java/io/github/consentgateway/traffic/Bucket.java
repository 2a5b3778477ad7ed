package io.github.consentgateway.traffic;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The size of a number: exact ones tell pages, and people, apart. */
final class Bucket {

  /** Made once. */
  private static final OptionalInt[] ALL =
      IntStream.range(0, Long.SIZE).mapToObj(OptionalInt::of).toArray(OptionalInt[]::new);

  private Bucket() {}

  /** The power of two at or below {@code number}; 0 for 0 and 1. */
  static int log2(long number) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, number));
  }

  /** The same, as what may be missing. */
  static OptionalInt of(long number) {
    return ALL[log2(number)];
  }
}
