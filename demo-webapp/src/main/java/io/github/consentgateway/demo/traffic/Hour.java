package io.github.consentgateway.demo.traffic;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** An hour of a day. */
record Hour(String day, int hour) {

  /** The hour that a text such as {@code 2026-11-27T14} names; empty if it names none. */
  static Optional<Hour> of(String text) {
    try {
      LocalDateTime read = LocalDateTime.parse(text + ":00");
      return Optional.of(new Hour(read.toLocalDate().toString(), read.getHour()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
