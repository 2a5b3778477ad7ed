package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.traffic.Pseudonym;
import io.github.consentgateway.traffic.Pseudonymizer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what stands for an address today. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what stands in the traffic log for one address today.",
      "Two persons must have a right to it, and both are noted before. Only where nodes share keys,"
          + " and only until the key of the day is destroyed: there is no way for days gone by, and"
          + " none from the log to an address."
    })
final class TrafficFindCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();
  @Mixin private final Approval approval = new Approval();

  @Parameters(paramLabel = "ADDRESS", description = "One IPv4 or IPv6 address.")
  private String address = "";

  @Option(names = "--site", required = true, description = "The host name of the site.")
  private String site = "";

  @Override
  public Integer call() {
    approval.requireTwo(who.person(), told);
    Desk desk = who.unattended();
    for (AccessRight right : approval.with(who.person(), desk)) {
      desk.journal()
          .note(right, Desk.account(), Operation.DISCLOSE, "traffic, " + approval.reference());
    }
    try (Pseudonymizer pseudonyms = desk.pseudonymizer(site)) {
      told.out()
          .println(
              pseudonyms
                  .today(address)
                  .map(Pseudonym::text)
                  .orElseThrow(
                      () ->
                          new LedgerException(
                              "This is no single address, or there is no key of today.")));
    }
    told.out().flush();
    return 0;
  }
}
