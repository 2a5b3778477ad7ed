package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.Disclosure;
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
  @Mixin private final Approval approval = new Approval();

  @Parameters(paramLabel = "CONSENT", description = "The identifier of the consent.")
  private String consent = "";

  @Option(names = "--authority", required = true, description = "Who asks.")
  private String authority = "";

  @Option(names = "--basis", required = true, description = "The law and article it asks under.")
  private String basis = "";

  @Option(names = "--scope", required = true, description = "What it asks for.")
  private String scope = "";

  @Override
  public Integer call() {
    approval.requireTwo(who.person(), told);
    Desk desk = who.unattended();
    Disclosure request =
        new Disclosure(
            authority, approval.reference(), basis, scope, approval.with(who.person(), desk));
    told.out().println(desk.disclosures().disclose(request, consent, Desk.account()));
    told.out().flush();
    return 0;
  }
}
