package io.github.consentgateway.containers;

/**
 * What a route puts on the wire.
 *
 * @param emits lines without a gate, which is also what a granted cookie must give behind a gate
 * @param naive lines of a refused cookie behind {@link Gate#NAIVE}
 * @param filter lines of a refused cookie behind {@link Gate#FILTER}: anything but zero is a
 *     documented limit
 * @param wellFormed whether a granted cookie passes the gate on this route at all
 */
record Expected(Counts emits, Counts naive, Counts filter, boolean wellFormed) {
  private static final Counts NONE = new Counts("0000");

  static final Expected ONE_BY_ADD_COOKIE = new Expected(new Counts("1111"), NONE, NONE, true);

  Expected emits(String digits) {
    return new Expected(new Counts(digits), naive, filter, wellFormed);
  }

  Expected naive(String digits) {
    return new Expected(emits, new Counts(digits), filter, wellFormed);
  }

  Expected filter(String digits) {
    return new Expected(emits, naive, new Counts(digits), wellFormed);
  }

  Expected never() {
    return new Expected(emits, naive, filter, false);
  }

  /** How many lines of this kind of cookie must be on the wire. */
  int lines(Container container, Gate gate, Kind kind) {
    if (gate == Gate.NONE || (kind.granted() && (wellFormed || gate == Gate.NAIVE))) {
      return emits.on(container);
    }
    return refused(gate).on(container);
  }

  private Counts refused(Gate gate) {
    return switch (gate) {
      case NAIVE -> naive;
      case FILTER -> filter;
      case NONE, HANDLER, BOTH -> NONE;
    };
  }
}
