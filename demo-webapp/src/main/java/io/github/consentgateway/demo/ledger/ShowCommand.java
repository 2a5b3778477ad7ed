package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.policy.Sha256;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.Receipts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the records of one consent. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows the records of one consent, by the number that a visitor has given.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Parameters(
      paramLabel = "NUMBER",
      description = "The number on the visitor's receipt, or that of one of the records.")
  private String consent = "";

  @Option(names = "--json", description = "As the receipts are: JSON-LD, one document a record.")
  private boolean json;

  @Option(
      names = "--archived",
      description = "Also if the consent is over: needs a right to the archive.")
  private boolean archived;

  @Override
  public Integer call() {
    // The journal must not keep the number of a consent that may be erased tomorrow.
    String reference = "consent " + Sha256.name(consent);
    Desk desk = who.desk(archived ? Operation.ARCHIVE : Operation.SHOW, reference);
    LedgerReader reader = desk.reader();
    List<LedgerEntry> history = history(reader);
    if (history.isEmpty()) {
      throw new LedgerException("There is no such consent.");
    }
    if (!archived && LedgerReader.isOver(history, desk.clock().instant())) {
      throw new LedgerException(
          "This consent is over: its records are in the archive. --archived shows them to those"
              + " who have a right to it.");
    }
    if (json) {
      Receipts receipts = new Receipts(reader, desk.signer());
      history.forEach(entry -> told.out().print(receipts.json(entry, "/consent")));
    } else {
      new Sheet(history).tell(told.out());
    }
    told.out().flush();
    return 0;
  }

  private List<LedgerEntry> history(LedgerReader reader) {
    List<LedgerEntry> known = reader.history(consent);
    return known.isEmpty()
        ? reader.consentOf(consent).map(reader::history).orElse(List.of())
        : known;
  }
}
