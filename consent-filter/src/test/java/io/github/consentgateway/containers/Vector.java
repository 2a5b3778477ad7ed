package io.github.consentgateway.containers;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One route by which a cookie may leave, with what is to be seen on the wire.
 *
 * @param id the name of the route in the query string and in test reports
 * @param cases the numbers of the cases that it covers
 * @param steps what the application does at each stage
 * @param ask how the client asks
 * @param kinds which cookies go this way
 * @param expected what reaches the wire
 * @param wellFormed whether the line is a cookie with name, value and attributes
 */
record Vector(
    String id,
    String cases,
    Map<Stage, Step> steps,
    Ask ask,
    Kinds kinds,
    Expected expected,
    boolean wellFormed) {

  static Vector route(String id, String cases, Step main) {
    return new Vector(
        id,
        cases,
        Map.of(Stage.MAIN, main),
        Ask.PLAIN,
        Kinds.NAMED,
        Expected.ONE_BY_ADD_COOKIE,
        true);
  }

  Step at(Stage stage) {
    return steps.getOrDefault(stage, Step.NOTHING);
  }

  Vector at(Stage stage, Step step) {
    Map<Stage, Step> more = new EnumMap<>(Stage.class);
    more.putAll(steps);
    more.put(stage, step);
    return new Vector(id, cases, more, ask, kinds, expected, wellFormed);
  }

  Vector target(Step step) {
    return at(Stage.TARGET, step);
  }

  Vector asked(UnaryOperator<Ask> how) {
    return new Vector(id, cases, steps, how.apply(ask), kinds, expected, wellFormed);
  }

  /** The cookie is the container's session cookie. */
  Vector session() {
    return new Vector(id, cases, steps, ask, Kinds.SESSION, expected, wellFormed);
  }

  /** How many lines leave when there is no gate. */
  Vector emits(String digits) {
    return expecting(expected.emits(digits));
  }

  /** How many lines of a cookie that was not granted leave through {@link Gate#NAIVE}. */
  Vector naive(String digits) {
    return expecting(expected.refused(Gate.NAIVE, digits));
  }

  /** The lines come by a header method, so that {@link Gate#NAIVE} lets all of them out. */
  Vector raw() {
    return naive(expected.emits().digits());
  }

  /** {@link Gate#FILTER} lets out all of them too: a documented limit. */
  Vector escapesFilter() {
    String all = expected.emits().digits();
    return expecting(expected.refused(Gate.FILTER, all));
  }

  /** How many lines of a granted cookie leave through that gate, if not as many as without. */
  Vector granted(Gate gate, String digits) {
    return expecting(expected.granted(gate, digits));
  }

  /** A complete gate drops the line whatever the cookie, because it is malformed. */
  Vector never() {
    Vector changed = this;
    for (Gate gate : Gate.values()) {
      changed = gate.complete() ? changed.granted(gate, "0000") : changed;
    }
    return changed.malformed();
  }

  private Vector malformed() {
    return new Vector(id, cases, steps, ask, kinds, expected, false);
  }

  private Vector expecting(Expected other) {
    return new Vector(id, cases, steps, ask, kinds, other, wellFormed);
  }

  @Override
  public String toString() {
    return id + " (case " + cases + ")";
  }

  /** Which cookies a route can carry. */
  enum Kinds {
    /** Cookies whose name the application chooses. */
    NAMED,
    /** The session cookie, whose name the container knows. */
    SESSION
  }
}
