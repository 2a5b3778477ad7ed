package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.Disclosure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands the records of a consent over to a court or an authority. */
@Command(
    name = "disclose",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the records of one consent, signed, for a court or an authority.",
      "Two persons must have a right to it; a sealed copy is kept for five years. What is written is"
          + " a JWS: its middle part, decoded from base64url, is the text; the site's"
          + " /.well-known/consent-receipt-keys.json verifies it."
    })
final class DiscloseCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Parameters(paramLabel = "CONSENT", description = "The identifier of the consent.")
  private String consent = "";

  @Option(names = "--authority", required = true, description = "Who asks.")
  private String authority = "";

  @Option(names = "--reference", required = true, description = "The number of its file.")
  private String reference = "";

  @Option(names = "--basis", required = true, description = "The law and article it asks under.")
  private String basis = "";

  @Option(names = "--scope", required = true, description = "What it asks for.")
  private String scope = "";

  @Option(
      names = "--approved-by",
      paramLabel = "NAME",
      required = true,
      description = "The other person who has approved it.")
  private String approver = "";

  @Override
  public Integer call() {
    Desk desk = who.unattended();
    Disclosure request =
        new Disclosure(
            authority,
            reference,
            basis,
            scope,
            List.of(
                desk.right(who.person(), Operation.DISCLOSE),
                desk.right(approver, Operation.DISCLOSE)));
    told.out().println(desk.disclosures().disclose(request, consent, Desk.account()));
    told.out().flush();
    return 0;
  }
}
