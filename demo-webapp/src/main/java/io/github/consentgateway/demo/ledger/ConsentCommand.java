package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.PolicyException;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.JdbcConsentLedger;
import io.github.consentgateway.record.LedgerEntry;
import io.github.consentgateway.record.LedgerException;
import io.github.consentgateway.record.LedgerReader;
import io.github.consentgateway.record.LedgerVerifier;
import io.github.consentgateway.record.Receipts;
import io.github.consentgateway.record.Retention;
import io.github.consentgateway.record.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the data protection officer can do with the ledger. */
@Command(
    name = "consent",
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
      "    \"reason\": \"data protection officer\", \"until\": \"2027-06-30\"}]}",
      "",
      "Examples:",
      "  java -jar demo-webapp.jar consent verify --data DIR --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar consent export --data DIR --as \"Marie Durand\" --format csv",
      "  java -jar demo-webapp.jar consent hold CONSENT_PROOF --reason CLAIM --reference \"RG 26/1\""
          + " --until 2027-01-31 --data DIR --as \"Marie Durand\""
    })
public final class ConsentCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** Where, and who. */
  static final class Who {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        required = true,
        description = "The data directory of the gateway.")
    private Path data = Path.of(".");

    @Option(
        names = "--as",
        paramLabel = "NAME",
        required = true,
        description = "Your first and last name, as your right names it.")
    private String person = "";

    Desk desk(Operation operation, String reference) {
      return Desk.open(data, person, operation, reference);
    }
  }

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(out());
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private interface Work {
    int done();
  }

  private int told(Work work) {
    try {
      int code = work.done();
      out().flush();
      return code;
    } catch (LedgerException | IllegalArgumentException e) {
      err().println(e.getMessage());
      err().flush();
      return 2;
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Reads the whole ledger and tells whether it is what was written.")
  int verify(@Mixin Who who) {
    return told(() -> verified(who.desk(Operation.VERIFY, "all")));
  }

  private int verified(Desk desk) {
    LedgerVerifier verifier = desk.verifier();
    Verification found;
    try (Progress progress = new Progress(err(), Progress.isTerminal(), verifier.rows())) {
      found = verifier.verify(progress::at);
    }
    OptionalLong altered = desk.journal().firstAltered();
    out()
        .printf(
            "%,d rows in %,d chains: %,d records, %,d erased, %,d purged; %,d signed heads hold%n",
            found.rows(),
            found.chains(),
            found.records(),
            found.erased(),
            found.purged(),
            found.heads());
    found.problem().ifPresent(problem -> out().println(problem.sentence()));
    altered.ifPresent(at -> out().println("Entry " + at + " of the access journal was altered."));
    out().println(found.isWhole() && altered.isEmpty() ? "The ledger is whole." : "NOT WHOLE");
    return found.isWhole() && altered.isEmpty() ? 0 : 1;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows the records of one consent, by the number that a visitor has given.")
  int show(
      @Mixin Who who,
      @Parameters(paramLabel = "CONSENT", description = "The identifier of the consent.")
          String consent) {
    return told(() -> shown(who.desk(Operation.SHOW, consent), consent));
  }

  private int shown(Desk desk, String consent) {
    List<LedgerEntry> history = desk.reader().history(consent);
    if (history.isEmpty()) {
      throw new LedgerException("There is no such consent.");
    }
    try (JdbcConsentLedger ledger = desk.ledger()) {
      Receipts receipts = new Receipts(ledger, desk.signer());
      history.forEach(entry -> out().print(receipts.json(entry, "/consent")));
    }
    return 0;
  }

  /** How an export is written. */
  enum Format {
    jsonl,
    csv
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes all records to the output; restricted ones are left out.")
  int export(
      @Mixin Who who,
      @Option(
              names = "--format",
              defaultValue = "jsonl",
              description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
          Format format) {
    return told(() -> exported(who.desk(Operation.EXPORT, format.name()), format));
  }

  private int exported(Desk desk, Format format) {
    LedgerReader reader = desk.reader();
    AtomicLong done = new AtomicLong();
    try (Progress progress = new Progress(err(), Progress.isTerminal(), desk.verifier().rows())) {
      Consumer<String> line = out()::println;
      Rows rows = format == Format.csv ? Rows.csv(line) : Rows.json(line);
      reader.forEach(
          entry -> {
            rows.add(entry);
            progress.at(done.incrementAndGet());
          });
    }
    return 0;
  }

  @Command(
      name = "purge",
      mixinStandardHelpOptions = true,
      description = "Deletes what is over its time, now; it happens by itself every six hours.")
  int purge(
      @Mixin Who who,
      @Option(
              names = "--confirm-clock",
              description = "You have looked at the clock: delete even after a jump of it.")
          boolean confirmed) {
    return told(() -> purged(who.desk(Operation.PURGE, "due"), confirmed));
  }

  private int purged(Desk desk, boolean confirmed) {
    try (JdbcConsentLedger ledger = desk.ledger()) {
      List<Retention.Result> results = ledger.retention().run(confirmed);
      if (results.isEmpty()) {
        throw new LedgerException(
            "The clock is far ahead of the last run; look at it and add --confirm-clock.");
      }
      for (Retention.Result result : results) {
        out()
            .printf(
                "%s through %s: %s%n",
                result.retentionClass(),
                result.through(),
                result.held() ? "held" : "%,d deleted".formatted(result.deleted()));
      }
    }
    return 0;
  }

  @Command(
      name = "hold",
      mixinStandardHelpOptions = true,
      description = "Holds a class beyond its time; without a class, lists the holds.")
  int hold(
      @Mixin Who who,
      @Parameters(arity = "0..1", paramLabel = "CLASS", description = "Such as CONSENT_PROOF.")
          @Nullable String retentionClass,
      @Option(names = "--reason", defaultValue = "", description = "Such as CLAIM.") String reason,
      @Option(names = "--reference", defaultValue = "", description = "A file's number.")
          String reference,
      @Option(names = "--until", description = "The last day, at most a year ahead.")
          @Nullable LocalDate until,
      @Option(names = "--release", paramLabel = "ID", description = "Ends this hold.")
          @Nullable Long release) {
    if (retentionClass != null && until == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).subcommands().get("hold"), "A hold needs --until.");
    }
    String about = retentionClass == null ? "list" : retentionClass;
    return told(
        () -> {
          Desk desk = who.desk(Operation.HOLD, about);
          try (JdbcConsentLedger ledger = desk.ledger()) {
            if (retentionClass != null) {
              ledger
                  .retention()
                  .hold(
                      retentionClass, reason, reference, who.person, Objects.requireNonNull(until));
            }
            if (release != null) {
              ledger.retention().release(release);
            }
            ledger.retention().holds().forEach(out()::println);
          }
          return 0;
        });
  }

  @Command(
      name = "register",
      mixinStandardHelpOptions = true,
      description = "Prints the gateway's entries for the register of processings, in Markdown.")
  int register(
      @Mixin Who who,
      @Option(
              names = "--config",
              paramLabel = "FILE",
              description = "The consent.yaml. Default: the one built in.")
          @Nullable Path config) {
    return told(
        () -> {
          who.desk(Operation.REGISTER, "article 30");
          out().print(new Register(policy(config)).markdown());
          return 0;
        });
  }

  private static ConsentPolicy policy(@Nullable Path config) {
    try {
      return config == null
          ? ConsentPolicy.parse(builtIn(), "consent.yaml")
          : ConsentPolicy.load(config);
    } catch (PolicyException e) {
      throw new LedgerException(String.join(System.lineSeparator(), e.lines()));
    }
  }

  private static String builtIn() {
    try (InputStream in = ConsentCommand.class.getResourceAsStream("/consent.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
