package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger, and who looks into it. */
final class Who {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The data directory of the gateway: keys, rights, and the ledger in a file.")
  private Path data = Path.of(".");

  @Option(
      names = "--ledger",
      paramLabel = "URL",
      description = {
        "The ledger on PostgreSQL, such as jdbc:postgresql://host/shop?user=dpo.",
        "The password is taken from .pgpass. Default: the file in the data directory."
      })
  private @Nullable String ledger;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      required = true,
      description = "Your first and last name, as your right names it.")
  private String person = "";

  String person() {
    return person;
  }

  /** The ledger, once the person's right is noted. */
  Desk desk(Operation operation, String reference) {
    Desk desk = new Desk(data, LedgerDatabase.at(data, ledger));
    desk.admit(person, operation, reference);
    return desk;
  }

  /** The ledger, with nothing noted yet: what follows notes it itself. */
  Desk unattended() {
    return new Desk(data, LedgerDatabase.at(data, ledger));
  }
}
