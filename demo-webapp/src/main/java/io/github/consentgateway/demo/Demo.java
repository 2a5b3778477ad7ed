package io.github.consentgateway.demo;

import io.github.consentgateway.demo.ledger.ConsentCommand;
import io.github.consentgateway.demo.ledger.LedgerDatabase;
import io.github.consentgateway.demo.ledger.Refused;
import io.github.consentgateway.demo.ledger.TrafficCommand;
import io.github.consentgateway.demo.ledger.Typed;
import io.github.consentgateway.demo.ledger.WrongUsage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the demo shop. Exit code 2 if it cannot start. */
@Command(
    name = "demo-webapp",
    subcommands = {ConsentCommand.class, TrafficCommand.class, AuditCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Starts a web shop behind the consent gateway: without a visitor's signed yes, no"
            + " non-essential cookie leaves it or comes in.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:help or version was asked for",
      "2:wrong usage, or unable to start",
      "130, 143:stopped, by Ctrl+C or by SIGTERM"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  java -jar demo-webapp.jar                         the shop on http://localhost:8080/",
      "  java -jar demo-webapp.jar --port 0                on any free port",
      "  java -jar demo-webapp.jar --without-gateway       the same shop, ungated, to compare",
      "  java -jar demo-webapp.jar --config consent.yaml   with a registry of your own"
    })
public final class Demo implements Callable<Integer> {
  private static final int PORTS = 65_536;

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description = "Name or address to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
  private String host = "localhost";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The consent.yaml to apply. Default: the one built in.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where keys, ledger and traffic log are kept. Default: .consent-gateway-demo in your home directory.")
  private Path data = Path.of(System.getProperty("user.home", "."), ".consent-gateway-demo");

  @Option(
      names = "--ledger",
      paramLabel = "URL",
      description =
          "PostgreSQL for the ledger, such as jdbc:postgresql://host/shop. Default: a file in the"
              + " data directory.")
  private @Nullable String ledger;

  @Option(
      names = "--without-gateway",
      description = "Run the same application with nothing in front of it.")
  private boolean withoutGateway;

  @Spec private @Nullable CommandSpec spec;

  /** Runs the shop until the process is asked to stop. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /** As {@link #main}, for callers that want the exit code. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    quietLogs();
    return new CommandLine(new Demo())
        .registerConverter(LocalDate.class, Typed::day)
        .registerConverter(Long.class, Typed::number)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(new Refused());
  }

  private static void quietLogs() {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s: %5$s%6$s%n");
    }
    JETTY.setLevel(Level.WARNING);
  }

  @Override
  public Integer call() {
    CommandLine commandLine = spec().commandLine();
    if (port < 0 || port >= PORTS) {
      throw new ParameterException(
          commandLine, "--port takes a number from 0 to 65535, not " + port + ".");
    }
    try {
      runUntilStopped(new Console(commandLine.getOut(), commandLine.getColorScheme()));
      return 0;
    } catch (CannotStart e) {
      commandLine.getErr().println(e.sentence());
      commandLine.getErr().flush();
      return 2;
    }
  }

  private void runUntilStopped(Console console) throws CannotStart {
    try (DemoServer server = DemoServer.open(host, port)) {
      Guard guard = guard(server.site());
      server.start(guard);
      console.welcome(server.site(), guard);
      server.join();
    }
  }

  private Guard guard(String site) throws CannotStart {
    if (withoutGateway) {
      return Guard.none();
    }
    Registry registry = config == null ? Registry.builtIn() : Registry.of(config);
    Optional<DataSource> database = Optional.ofNullable(ledger).map(LedgerDatabase::postgresql);
    return Guard.of(registry, DataDirectory.writable(data), database, site);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli only");
    }
    return spec;
  }
}
