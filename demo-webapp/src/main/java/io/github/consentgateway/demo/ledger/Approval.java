package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight;
import io.github.consentgateway.record.AccessRight.Operation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What two persons must agree on, and for which file. */
@Command
final class Approval {

  @Option(
      names = "--reference",
      required = true,
      description = "The number of the file that it is for.")
  private String reference = "";

  @Option(
      names = "--approved-by",
      paramLabel = "NAME",
      required = true,
      description = "The other person who has approved it.")
  private String approver = "";

  String reference() {
    return reference;
  }

  void requireTwo(String person, Told told) {
    if (approver.equals(person)) {
      throw new ParameterException(
          told.spec().commandLine(), "--approved-by: two persons are required.");
    }
  }

  /** The rights of both. */
  List<AccessRight> with(String person, Desk desk) {
    return List.of(
        desk.right(person, Operation.DISCLOSE), desk.right(approver, Operation.DISCLOSE));
  }
}
