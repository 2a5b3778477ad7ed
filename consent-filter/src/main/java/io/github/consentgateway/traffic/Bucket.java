package io.github.consentgateway.traffic;

/** The size of a number: exact ones tell pages, and people, apart. */
final class Bucket {

  private Bucket() {}

  /** The power of two at or below {@code number}; 0 for 0 and 1. */
  static int log2(long number) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, number));
  }
}
