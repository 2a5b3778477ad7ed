package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes records as lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the records of all consents that stand; restricted ones are left out.")
final class ExportCommand implements Callable<Integer> {

  /** How an export is written. */
  enum Format {
    jsonl,
    csv
  }

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.jsonl;

  @Option(
      names = "--archived",
      description = "Those of consents that are over as well: needs a right to the archive.")
  private boolean archived;

  @Override
  public Integer call() {
    Desk desk = who.unattended();
    if (archived) {
      desk.admit(who.person(), Operation.ARCHIVE, format.name());
    }
    desk.admit(who.person(), Operation.EXPORT, format.name());
    AtomicLong done = new AtomicLong();
    try (Progress progress = told.progress(desk.verifier().rows())) {
      Consumer<String> line = told.out()::println;
      Rows rows = format == Format.csv ? Rows.csv(line) : Rows.json(line);
      desk.reader()
          .forEach(
              desk.clock().instant(),
              archived,
              entry -> {
                rows.add(entry);
                progress.at(done.incrementAndGet());
              });
    }
    told.out().flush();
    return 0;
  }
}
