package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.LegalHold;
import io.github.consentgateway.record.Retention;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Keeps a class beyond its time. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = "Holds a class beyond its time; without a class, lists the holds.")
final class HoldCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Parameters(
      arity = "0..1",
      paramLabel = "CLASS",
      description = "A class of the schedule, such as CONSENT_PROOF.")
  private @Nullable String retentionClass;

  @Option(
      names = "--reason",
      defaultValue = "",
      description = "Why: ACCOUNT, LEGAL_OBLIGATION, BUSINESS_NEED, CLAIM or REQUEST.")
  private String reason = "";

  @Option(names = "--reference", defaultValue = "", description = "A file's number.")
  private String reference = "";

  @Option(names = "--until", description = "The last day, at most a year ahead.")
  private @Nullable LocalDate until;

  @Option(names = "--release", paramLabel = "ID", description = "Ends this hold.")
  private @Nullable Long release;

  @Override
  public Integer call() {
    String held = retentionClass;
    LocalDate last = until;
    if (held != null && last == null) {
      throw new ParameterException(told.spec().commandLine(), "A hold needs --until.");
    }
    if (held != null && (reason.isBlank() || reference.isBlank())) {
      throw new ParameterException(
          told.spec().commandLine(), "A hold needs --reason and --reference.");
    }
    if (held != null && release != null) {
      throw new ParameterException(told.spec().commandLine(), "Either CLASS or --release.");
    }
    Retention retention = who.desk(Operation.HOLD, about()).retention();
    if (held != null && last != null) {
      retention.hold(held, reason, reference, who.person(), last);
    }
    if (release != null && !retention.release(release)) {
      throw new ParameterException(told.spec().commandLine(), "There is no hold " + release + ".");
    }
    List<LegalHold> holds = retention.holds();
    holds.forEach(this::tell);
    if (holds.isEmpty()) {
      told.out().println("No class is held.");
    }
    told.out().flush();
    return 0;
  }

  /** What is noted of it. */
  private String about() {
    if (retentionClass != null) {
      return retentionClass + " until " + until + ", " + reference;
    }
    return release == null ? "list" : "release " + release;
  }

  private void tell(LegalHold hold) {
    told.out()
        .printf(
            "%d  %s until %s: %s, %s (%s)%s%n",
            hold.id(),
            hold.retentionClass(),
            hold.until(),
            hold.reason(),
            hold.reference(),
            hold.owner(),
            hold.until().isBefore(LocalDate.now(ZoneOffset.UTC)) ? ", ended" : "");
  }
}
