package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.traffic.TrafficSegments.Verification;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether the traffic log is what was written, and no more than may be kept. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Tells whether the traffic log is what was written, and nothing is overdue.")
final class TrafficVerifyCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();
  @Mixin private final KeptFor keptFor = new KeptFor();

  @Override
  public Integer call() {
    RetentionClass kept = keptFor.retentionClass(told);
    Desk desk = who.desk(Operation.VERIFY, "traffic");
    LocalDate due = kept.dueThrough(desk.clock().instant());
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
