package io.github.consentgateway.demo;

import io.github.consentgateway.demo.audit.Audit;
import io.github.consentgateway.demo.ledger.Progress;
import io.github.consentgateway.policy.ConsentPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The regular look at whether a site does what its policy says. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Holds every cookie that a site's server sets against its policy.",
      "Walks through it three times: undecided, after a refusal, after a yes. What scripts set is not"
          + " seen."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no breach", "1:breaches, which are named", "2:wrong usage, or no such site"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar demo-webapp.jar audit                          the demo itself",
      "  java -jar demo-webapp.jar audit --url https://www.example.fr/ --config consent.yaml"
    })
final class AuditCommand implements Callable<Integer> {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where to begin. Default: a demo that is started for it.")
  private @Nullable URI url;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The site's consent.yaml. Default: the one built in.")
  private @Nullable Path config;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many addresses to look at in each state. Default: ${DEFAULT-VALUE}.")
  private int pages;

  @Option(
      names = "--without-gateway",
      description = "Audit a demo that has no gateway in front of it, to see breaches.")
  private boolean withoutGateway;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      Registry registry = config == null ? Registry.builtIn() : Registry.of(config);
      URI known = url;
      return known == null ? ofDemo(registry) : of(registry.policy(), known);
    } catch (CannotStart e) {
      err.println(e.sentence());
    } catch (IOException | IllegalArgumentException e) {
      String why = e.getMessage();
      err.println(
          "--url: the site cannot be audited: "
              + (why == null ? "nobody answers there" : why)
              + ". An address such as https://www.example.fr/ is required.");
    }
    err.flush();
    return 2;
  }

  private int ofDemo(Registry registry) throws CannotStart, IOException, InterruptedException {
    Path data = Files.createTempDirectory("audit");
    try (DemoServer server = DemoServer.open("localhost", 0)) {
      server.start(
          withoutGateway
              ? Guard.none()
              : Guard.of(registry, data, Optional.empty(), server.site()));
      return of(registry.policy(), URI.create(server.site() + "/"));
    }
  }

  private int of(ConsentPolicy policy, URI start) throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Audit.Outcome outcome;
    try (Progress progress = new Progress(err, Progress.isTerminal(), pages)) {
      outcome = new Audit(policy, start, pages, progress::at).run();
    }
    outcome.lines().forEach(out::println);
    out.printf("%d cookies, %d breaches%n", outcome.cookies(), outcome.breaches());
    out.flush();
    return outcome.breaches() == 0 ? 0 : 1;
  }
}
