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
 */
record Vector(
    String id, String cases, Map<Stage, Step> steps, Ask ask, Kinds kinds, Expected expected) {

  static Vector route(String id, String cases, Step main) {
    return new Vector(
        id, cases, Map.of(Stage.MAIN, main), Ask.PLAIN, Kinds.NAMED, Expected.ONE_BY_ADD_COOKIE);
  }

  Step at(Stage stage) {
    return steps.getOrDefault(stage, Step.NOTHING);
  }

  Vector at(Stage stage, Step step) {
    Map<Stage, Step> more = new EnumMap<>(Stage.class);
    more.putAll(steps);
    more.put(stage, step);
    return new Vector(id, cases, more, ask, kinds, expected);
  }

  Vector target(Step step) {
    return at(Stage.TARGET, step);
  }

  Vector asked(UnaryOperator<Ask> how) {
    return new Vector(id, cases, steps, how.apply(ask), kinds, expected);
  }

  /** The cookie is the container's session cookie. */
  Vector session() {
    return new Vector(id, cases, steps, ask, Kinds.SESSION, expected);
  }

  /** How many lines leave when there is no gate. */
  Vector emits(String digits) {
    return expecting(expected.emits(digits));
  }

  /** How many lines of a cookie that was not granted leave through {@link Gate#NAIVE}. */
  Vector naive(String digits) {
    return expecting(expected.naive(digits));
  }

  /** The lines come by a header method, so that {@link Gate#NAIVE} lets all of them out. */
  Vector raw() {
    return expecting(expected.naive(expected.emits().digits()));
  }

  /**
   * How many lines of a cookie that was not granted leave through {@link Gate#FILTER}: a documented
   * limit.
   */
  Vector escapesFilter(String digits) {
    return expecting(expected.filter(digits));
  }

  /** The line is malformed: the gate drops it whatever the cookie. */
  Vector never() {
    return expecting(expected.never());
  }

  private Vector expecting(Expected other) {
    return new Vector(id, cases, steps, ask, kinds, other);
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
