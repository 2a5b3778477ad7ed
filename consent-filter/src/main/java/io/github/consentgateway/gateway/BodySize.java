package io.github.consentgateway.gateway;

import java.util.OptionalLong;

/**
 * How many octets of one response have been written through an edge, for the traffic log: a head
 * that names no length leaves no other way to know. Counted before the container compresses or
 * frames them. As safe for use by several threads as the response.
 */
public final class BodySize {

  private static final long LOST = -1;

  private boolean counted;
  private long octets;

  BodySize() {}

  /** Begins to count; an edge that knows the size otherwise never does. */
  public void count() {
    counted = true;
  }

  /** Whether writing is to be counted. */
  public boolean isCounted() {
    return counted;
  }

  /** Counts octets that have been written. */
  public void add(long more) {
    octets = Math.max(octets, 0) + more;
  }

  /** Forgets what was written: the container has forgotten it too. */
  public void restart() {
    octets = 0;
  }

  /** From here on the container writes a body of its own, whatever the head has said before. */
  public void lose() {
    octets = LOST;
  }

  /**
   * What is known at the end.
   *
   * @param told the length that the head names, which counts if nothing has come by here
   */
  public OptionalLong or(OptionalLong told) {
    if (octets > 0) {
      return OptionalLong.of(octets);
    }
    return octets == LOST ? OptionalLong.empty() : told;
  }
}
