package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.Retention;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is due. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = "Deletes what is over its time, now; it happens by itself every six hours.")
final class PurgeCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--confirm-clock",
      description = "You have looked at the clock: delete even after a jump of it.")
  private boolean confirmed;

  @Override
  public Integer call() {
    try (JdbcConsentLedger ledger = who.desk(Operation.PURGE, "due").ledger()) {
      List<Retention.Result> results = ledger.retention().run(confirmed);
      if (results.isEmpty()) {
        throw new LedgerException(
            "The clock is far ahead of the last run; look at it and add --confirm-clock.");
      }
      results.forEach(this::tell);
    }
    told.out().flush();
    return 0;
  }

  private void tell(Retention.Result result) {
    told.out()
        .printf(
            "%s through %s: %s%n",
            result.retentionClass(),
            result.through(),
            result.held() ? "held" : "%,d deleted".formatted(result.deleted()));
  }
}
