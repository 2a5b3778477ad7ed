package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessJournal;
import io.github.consentgateway.record.AccessRight.Operation;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows who has looked into the ledger. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = {
      "Shows who has looked into the ledger, when, for what, as JSON lines.",
      "It serves to find misuse and nothing else; who was refused is in it as well."
    })
final class JournalCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Override
  public Integer call() {
    Desk desk = who.unattended();
    AccessJournal journal = desk.journal();
    desk.right(who.person(), Operation.JOURNAL);
    OptionalLong altered = journal.firstAltered();
    desk.admit(who.person(), Operation.JOURNAL, "all");
    List<String> entries = journal.entries();
    entries.forEach(told.out()::println);
    told.out().flush();
    altered.ifPresent(
        at ->
            told.spec()
                .commandLine()
                .getErr()
                .println("Entry " + at + " of the access journal was altered or is gone."));
    return altered.isPresent() ? 1 : 0;
  }
}
