package io.github.consentgateway.demo.ledger;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command writes: its outcome, and what is wrong. */
@Command
final class Told {

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }

  PrintWriter out() {
    return spec().commandLine().getOut();
  }

  /** Tells what is wrong with the traffic log, on the other output. */
  void warn(List<String> problems) {
    problems.forEach(spec().commandLine().getErr()::println);
    if (!problems.isEmpty()) {
      spec().commandLine().getErr().println("What follows in it is left out; see traffic verify.");
    }
    spec().commandLine().getErr().flush();
  }

  /** A bar on the other output, if that is a terminal. */
  Progress progress(long total) {
    return new Progress(spec().commandLine().getErr(), Progress.isTerminal(), total);
  }
}
