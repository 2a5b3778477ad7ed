package io.github.consentgateway.demo.ledger;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the data protection officer can do with the ledger. */
@Command(
    name = "consent",
    subcommands = {
      VerifyCommand.class,
      ShowCommand.class,
      ExportCommand.class,
      CountCommand.class,
      PurgeCommand.class,
      HoldCommand.class,
      DiscloseCommand.class,
      RegisterCommand.class,
      JournalCommand.class
    },
    mixinStandardHelpOptions = true,
    description =
        "Looks into the ledger of consents, verifies it, and deletes what is over its time.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the ledger is not whole",
      "2:wrong usage, no ledger, or no right to it"
    },
    footerHeading = "%nRights:%n",
    footer = {
      "  Who may do what stands in consent-access.json in the data directory:",
      "  {\"rights\": [{\"name\": \"Marie Durand\", \"role\": \"DPO\",",
      "    \"reason\": \"data protection officer\", \"until\": \"2027-06-30\", \"archive\": true}]}",
      "",
      "Examples:",
      "  java -jar demo-webapp.jar consent verify --data DIR --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar consent export --data DIR --as \"Marie Durand\" --format csv",
      "  java -jar demo-webapp.jar consent hold CONSENT_PROOF --reason CLAIM --reference \"RG 26/1\""
          + " --until 2027-01-31 --data DIR --as \"Marie Durand\""
    })
public final class ConsentCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "One of the commands is required.");
  }
}
