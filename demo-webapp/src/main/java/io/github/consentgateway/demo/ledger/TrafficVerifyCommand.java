package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrafficSegments.Verification;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Tells whether the traffic log is what was written, and no more than may be kept. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Tells whether the traffic log is what was written, and nothing is overdue.")
final class TrafficVerifyCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--kept-for",
      paramLabel = "PERIOD",
      defaultValue = "P6M",
      description = "What the gateway keeps it for, at most P365D. Default: ${DEFAULT-VALUE}.")
  private Period keptFor = Period.ofMonths(6);

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    if (today.minus(keptFor).isBefore(today.minus(TrafficSegments.LONGEST))) {
      throw new ParameterException(told.spec().commandLine(), "--kept-for: P365D at most.");
    }
    Desk desk = who.desk(Operation.VERIFY, "traffic");
    LocalDate due =
        RetentionClass.named("TRAFFIC").within(keptFor).dueThrough(desk.clock().instant());
    Verification found = desk.traffic().verify(due);
    told.out()
        .printf(
            "Segments: %,d, of which not signed yet: %,d. Events: %,d; lost and counted: %,d%n",
            found.segments(), found.unsigned(), found.events(), found.missing());
    found.problem().ifPresent(told.out()::println);
    told.out().println(found.problem().isEmpty() ? "The traffic log is whole." : "NOT WHOLE");
    told.out().flush();
    return found.problem().isEmpty() ? 0 : 1;
  }
}
