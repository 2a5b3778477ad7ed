package io.github.consentgateway.demo.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.TypeConversionException;

/** Days and numbers as they are typed. */
public final class Typed {

  private Typed() {}

  /**
   * The day that a text such as {@code 2026-11-30} names.
   *
   * @throws TypeConversionException if it names none
   */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is no day; write one as 2026-11-30");
    }
  }

  /**
   * A whole number.
   *
   * @throws TypeConversionException if it is none
   */
  public static Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number; write one as 42");
    }
  }
}
