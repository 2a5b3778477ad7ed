package io.github.consentgateway.record;

import java.util.Comparator;

/** The place of a row. */
record Place(long chain, long seq) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::chain).thenComparingLong(Place::seq);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
