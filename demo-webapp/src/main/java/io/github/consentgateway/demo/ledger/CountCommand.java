package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.ConsentRecord.Event;
import io.github.consentgateway.record.LedgerReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Counts what a breach may have concerned. */
@Command(
    name = "count",
    mixinStandardHelpOptions = true,
    description = {
      "Counts by class what happened on some days, without showing it.",
      "This is what the notification of a breach has to say within 72 hours (GDPR article 33)."
    })
final class CountCommand implements Callable<Integer> {

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DAY",
      description = "The first day (UTC), such as 2026-11-20.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DAY",
      description = "The last day, included.")
  private LocalDate to = LocalDate.EPOCH;

  @Override
  public Integer call() {
    if (to.isBefore(from) || from.isBefore(LocalDate.EPOCH) || to.isAfter(LAST)) {
      throw new ParameterException(
          told.spec().commandLine(),
          "--from and --to: days from 1970-01-01 to " + LAST + ", in order.");
    }
    LedgerReader reader = who.desk(Operation.COUNT, from + " to " + to).reader();
    Map<Event, Long> events = reader.count(midnight(from), midnight(to.plusDays(1)));
    for (Event event : Event.values()) {
      line("CONSENT_PROOF", Sheet.happened(event), events.getOrDefault(event, 0L));
    }
    line("CONSENT_CHOICE", "refusals, which name nobody", reader.refusals(from, to));
    told.out().flush();
    return 0;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void line(String retentionClass, String what, long count) {
    told.out().printf("%-15s %-32s %,12d%n", retentionClass, what, count);
  }
}
