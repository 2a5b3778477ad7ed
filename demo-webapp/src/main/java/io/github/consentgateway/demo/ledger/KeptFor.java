package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.traffic.TrafficSegments;
import java.time.LocalDate;
import java.time.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long the gateway keeps its traffic log. */
@Command
final class KeptFor {

  /** A year without a leap day, by which periods are compared. */
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @Option(
      names = "--kept-for",
      paramLabel = "PERIOD",
      defaultValue = "P6M",
      description = "What the gateway keeps it for, at most P365D. Default: ${DEFAULT-VALUE}.")
  private Period period = Period.ofMonths(6);

  /**
   * The class of the schedule, kept for that long.
   *
   * @throws ParameterException if it may not be kept for that long
   */
  RetentionClass retentionClass(Told told) {
    LocalDate end = NEW_YEAR.plus(period);
    if (!end.isAfter(NEW_YEAR) || end.isAfter(NEW_YEAR.plus(TrafficSegments.LONGEST))) {
      throw new ParameterException(
          told.spec().commandLine(), "--kept-for: from P1D to P365D is allowed.");
    }
    return RetentionClass.named("TRAFFIC").within(period);
  }
}
