package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.Disposal;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.LegalHold;
import io.github.consentgateway.record.Retention;
import io.github.consentgateway.record.RetentionClass;
import io.github.consentgateway.traffic.TrafficSegments;
import io.github.consentgateway.traffic.TrafficSegments.Stored;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how long the traffic log is kept, and deletes what is over its time. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is kept of the traffic log, until when, and what is over its time.",
      "The gateway deletes what is due by itself, every six hours and at its start; --apply does"
          + " so now."
    })
final class TrafficRetentionCommand implements Callable<Integer> {

  /** The files of a log, as the engine of retention deletes them. */
  private record Files(Path directory, Period period) implements Disposal {

    @Override
    public String retentionClass() {
      return "TRAFFIC";
    }

    @Override
    public long deleteThrough(LocalDate day) {
      return TrafficSegments.deleteThrough(directory, day);
    }
  }

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();
  @Mixin private final KeptFor keptFor = new KeptFor();

  @Option(names = "--apply", description = "Delete now what is over its time.")
  private boolean apply;

  @Option(
      names = "--confirm-clock",
      description = "You have looked at the clock: delete even after a jump of it.")
  private boolean confirmed;

  @Override
  public Integer call() {
    RetentionClass kept = keptFor.retentionClass(told);
    Desk desk =
        who.desk(
            apply ? Operation.PURGE : Operation.VERIFY,
            "traffic retention " + kept.period() + (apply ? " apply" : ""));
    if (apply) {
      delete(desk, kept);
    }
    LocalDate due = kept.dueThrough(desk.clock().instant());
    List<Stored> stored = desk.traffic().stored();
    List<Stored> overdue = stored.stream().filter(one -> !one.day().isAfter(due)).toList();
    new KeptSegments(told.out(), kept.period()).tell(stored, overdue);
    boolean held = isHeld(desk);
    told.out().flush();
    return overdue.isEmpty() || held ? 0 : 1;
  }

  private void delete(Desk desk, RetentionClass kept) {
    Retention engine = desk.retention();
    engine.add(new Files(desk.trafficDirectory(), kept.period()));
    List<Retention.Result> results = engine.run(confirmed);
    if (results.isEmpty()) {
      throw new LedgerException(
          "The clock is far ahead of the last run; look at it and add --confirm-clock.");
    }
    results.forEach(
        result ->
            told.out()
                .println(
                    result.held()
                        ? "Nothing is deleted: the class is held."
                        : "Segments deleted: %,d, begun on %s or before."
                            .formatted(result.deleted(), result.through())));
  }

  private boolean isHeld(Desk desk) {
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
    List<LegalHold> holds =
        desk.retention().holds().stream().filter(hold -> hold.holds("TRAFFIC", today)).toList();
    holds.forEach(
        hold ->
            told.out()
                .printf("Held until %s: %s, %s%n", hold.until(), hold.reason(), hold.reference()));
    return !holds.isEmpty();
  }
}
