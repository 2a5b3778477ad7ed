package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Verification;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells whether the ledger is what was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Reads the whole ledger and tells whether it is what was written.")
final class VerifyCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Override
  public Integer call() {
    Desk desk = who.unattended();
    desk.right(who.person(), Operation.VERIFY);
    // Before this use is noted in it.
    OptionalLong altered = desk.journal().firstAltered();
    desk.admit(who.person(), Operation.VERIFY, "all");
    LedgerVerifier verifier = desk.verifier();
    Verification found;
    try (Progress progress = told.progress(verifier.rows())) {
      found = verifier.verify(progress::at);
    }
    tell(desk, found, altered);
    return found.isWhole() && altered.isEmpty() ? 0 : 1;
  }

  private void tell(Desk desk, Verification found, OptionalLong altered) {
    told.out()
        .printf(
            "Chains: %,d, of which signed: %,d. Rows: %,d, of which records: %,d, erased: %,d, the"
                + " ledger's own: %,d; purged in due time: %,d%n",
            found.chains(),
            found.heads(),
            found.rows(),
            found.records(),
            found.erased(),
            found.rows() - found.records() - found.erased(),
            found.purged());
    if (found.unsigned() > 0) {
      told.out().printf("At the ends of chains, not signed yet: %,d%n", found.unsigned());
    }
    if (!desk.hasRecordKeys()) {
      told.out()
          .println(
              "Without the keys of the records, revocations and restrictions were not compared.");
    }
    found.problem().ifPresent(problem -> told.out().println(problem.sentence()));
    altered.ifPresent(
        at -> told.out().println("Entry " + at + " of the access journal was altered or is gone."));
    told.out().println(found.isWhole() && altered.isEmpty() ? "The ledger is whole." : "NOT WHOLE");
  }
}
