package io.github.consentgateway.containers;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a route puts on the wire.
 *
 * @param emits lines without a gate
 * @param refused lines of a cookie that was not granted, by gate; none where nothing is said, and
 *     anything else behind {@link Gate#FILTER} is a documented limit
 * @param granted lines of a granted cookie, by gate; as without a gate where nothing is said
 */
record Expected(Counts emits, Map<Gate, Counts> refused, Map<Gate, Counts> granted) {
  private static final Counts NOTHING = new Counts("0000");

  static final Expected ONE_BY_ADD_COOKIE = new Expected(new Counts("1111"), Map.of(), Map.of());

  Expected emits(String digits) {
    return new Expected(new Counts(digits), refused, granted);
  }

  Expected refused(Gate gate, String digits) {
    return new Expected(emits, with(refused, gate, digits), granted);
  }

  Expected granted(Gate gate, String digits) {
    return new Expected(emits, refused, with(granted, gate, digits));
  }

  private static Map<Gate, Counts> with(Map<Gate, Counts> before, Gate gate, String digits) {
    Map<Gate, Counts> after = new EnumMap<>(Gate.class);
    after.putAll(before);
    after.put(gate, new Counts(digits));
    return after;
  }

  /** How many lines of this kind of cookie must be on the wire. */
  int lines(Container container, Gate gate, Kind kind) {
    Counts counts =
        gate == Gate.NONE || kind.granted(gate)
            ? granted.getOrDefault(gate.like(), emits)
            : refused.getOrDefault(gate.like(), NOTHING);
    return counts.on(container);
  }
}
