package io.github.consentgateway.demo.ledger;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an officer can do with the traffic log. */
@Command(
    name = "traffic",
    subcommands = {
      TrafficStatsCommand.class,
      TrafficQueryCommand.class,
      TrafficExportCommand.class,
      TrafficVerifyCommand.class,
      TrafficRetentionCommand.class,
      TrafficFindCommand.class
    },
    mixinStandardHelpOptions = true,
    description = {
      "Counts, shows, verifies and deletes the traffic log, in which nobody can be found.",
      "Each use is noted in the access journal before anything is shown."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the log is not whole, or something of it is over its time",
      "2:wrong usage, no ledger, or no right to it"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar demo-webapp.jar traffic stats --data DIR --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar traffic stats --html stats.html --lang fr --data DIR"
          + " --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar traffic query --from 2026-11-30 --route /sign-in --status 4xx"
          + " --data DIR --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar traffic retention --data DIR --as \"Marie Durand\"",
      "  java -jar demo-webapp.jar traffic export --data DIR --as \"Marie Durand\" --format csv",
      "  java -jar demo-webapp.jar traffic verify --data DIR --as \"Marie Durand\""
    })
public final class TrafficCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "One of the commands is required.");
  }
}
