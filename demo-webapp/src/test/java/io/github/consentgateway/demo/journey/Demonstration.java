package io.github.consentgateway.demo.journey;

import io.github.consentgateway.demo.Demo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/** The demo as its command line starts it, on a free port, for the tests of one class. */
final class Demonstration implements BeforeAllCallback, AfterAllCallback {
  private static final Pattern ORIGIN = Pattern.compile("http://localhost:[0-9]+");
  private static final long PATIENCE_SECONDS = 60;
  private static final long STOP_MILLIS = 10_000;

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final List<Logger> CHATTY =
      Stream.of(
              "org.eclipse.jetty",
              "org.htmlunit",
              "org.openqa.selenium",
              "io.github.consentgateway")
          .map(Logger::getLogger)
          .toList();

  private final List<String> options;
  private final CompletableFuture<String> origin = new CompletableFuture<>();
  private Path data = Path.of("");
  private Thread program = new Thread(() -> {});

  private Demonstration(List<String> options) {
    this.options = options;
  }

  /** The shop behind the gate. */
  static Demonstration gated() {
    return new Demonstration(List.of());
  }

  /** The same shop with nothing in front of it: the control that every detector trips on. */
  static Demonstration ungated() {
    return new Demonstration(List.of("--without-gateway"));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    CHATTY.forEach(logger -> logger.setLevel(Level.OFF));
    data = Files.createTempDirectory("consent-gateway-journey-");
    program = new Thread(this::run, "demo");
    program.setDaemon(true);
    program.start();
    origin.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void run() {
    StringWriter complaints = new StringWriter();
    int code =
        new CommandLine(new Demo())
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setOut(new PrintWriter(new Welcome(), true))
            .setErr(new PrintWriter(complaints, true))
            .execute(arguments());
    origin.completeExceptionally(new IllegalStateException("ended by " + code + ": " + complaints));
  }

  private String[] arguments() {
    Stream<String> common = Stream.of("--port", "0", "--data", data.toString());
    return Stream.concat(common, options.stream()).toArray(String[]::new);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    program.interrupt();
    program.join(STOP_MILLIS);
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted((one, other) -> other.compareTo(one)).forEach(Demonstration::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code http://localhost:8080}. */
  String origin() {
    return origin.join();
  }

  /** The address of {@code path}. */
  String at(String path) {
    return origin() + path;
  }

  /** Waits for the line that says where the shop is. */
  private final class Welcome extends Writer {
    private final StringBuilder said = new StringBuilder();

    @Override
    public void write(char[] characters, int from, int length) {
      said.append(characters, from, length);
    }

    @Override
    public void flush() {
      Matcher matcher = ORIGIN.matcher(said);
      if (matcher.find()) {
        origin.complete(matcher.group());
      }
    }

    @Override
    public void close() {}
  }
}
