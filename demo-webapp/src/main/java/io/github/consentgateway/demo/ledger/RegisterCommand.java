package io.github.consentgateway.demo.ledger;

import io.github.consentgateway.policy.ConsentPolicy;
import io.github.consentgateway.policy.PolicyException;
import io.github.consentgateway.record.AccessRight.Operation;
import io.github.consentgateway.record.LedgerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the entries for the register of processings. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description =
        "Prints the gateway's entries for the register of processings, in French, as Markdown.")
final class RegisterCommand implements Callable<Integer> {

  @Mixin private final Who who = new Who();
  @Mixin private final Told told = new Told();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The consent.yaml. Default: the one built in.")
  private @Nullable Path config;

  @Override
  public Integer call() {
    who.desk(Operation.REGISTER, "article 30");
    told.out().print(new Register(policy(config)).markdown());
    told.out().flush();
    return 0;
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
    try (InputStream in = RegisterCommand.class.getResourceAsStream("/consent.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
