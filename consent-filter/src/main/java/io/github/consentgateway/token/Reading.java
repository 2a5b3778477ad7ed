package io.github.consentgateway.token;

import java.util.function.Function;

/** What reading a token yields: a value, or why there is none. */
sealed interface Reading<T> {

  /** A value that may be believed. */
  record Good<T>(T value) implements Reading<T> {

    /** Does not tell the value, which may be the text of a token. */
    @Override
    public String toString() {
      return "Good";
    }
  }

  /** No value. */
  record Bad<T>(TokenDefect defect) implements Reading<T> {}

  /** Goes on with the value, or keeps the defect. */
  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    return this instanceof Good<T> good
        ? next.apply(good.value())
        : new Bad<>(((Bad<T>) this).defect());
  }
}
