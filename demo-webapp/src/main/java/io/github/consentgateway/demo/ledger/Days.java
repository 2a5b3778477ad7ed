package io.github.consentgateway.demo.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.TypeConversionException;

/** Days as they are typed. */
public final class Days {

  private Days() {}

  /**
   * The day that a text such as {@code 2026-11-30} names.
   *
   * @throws TypeConversionException if it names none
   */
  public static LocalDate of(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is no day; write one as 2026-11-30");
    }
  }
}
