package io.github.consentgateway.gateway;

import java.util.List;

/**
 * The request fields that a visitor's answer may depend on, as {@code Vary} names them.
 *
 * @param names the names
 * @param field the value of a {@code Vary} field that has them all
 */
record Dependencies(List<String> names, String field) {

  /** The choice alone. */
  static final Dependencies CHOICE = of("Cookie");

  /** The choice and the browser's signal. */
  static final Dependencies CHOICE_AND_SIGNAL = of("Cookie", Signal.FIELD);

  private static Dependencies of(String... names) {
    return new Dependencies(List.of(names), String.join(", ", names));
  }
}
