package io.github.consentgateway.record;

/**
 * A run of rows of one chain and one month, so that a month can be taken out of the middle of a
 * chain and the rest still be verified.
 *
 * @param before the hash before its first row
 * @param hash the hash of its last row
 */
record Span(long chain, long first, int period, Hash before, long last, Hash hash) {

  /** Whether both are the same run, which may have grown since one of them was looked at. */
  boolean beginsAs(Span other) {
    return chain == other.chain
        && first == other.first
        && period == other.period
        && before.equals(other.before);
  }

  /** How many rows it has. */
  long rows() {
    return last - first + 1;
  }
}
