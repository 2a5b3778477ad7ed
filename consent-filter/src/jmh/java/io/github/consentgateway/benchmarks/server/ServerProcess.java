package io.github.consentgateway.benchmarks.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own, with the connections to it. */
final class ServerProcess implements AutoCloseable {

  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  private final Setup setup;
  private final Process process;
  private final Load load;

  ServerProcess(Setup setup) throws IOException {
    this.setup = setup;
    this.process = start(setup);
    this.load = new Load(port(process));
  }

  private static Process start(Setup setup) throws IOException {
    List<String> command = new ArrayList<>(pinned());
    command.addAll(java());
    command.add(setup.name());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * On a processor of its own: a thread that wanders finds its caches cold, at a price of chance.
   */
  private static List<String> pinned() {
    return Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
  }

  /** Threads are never given back, since their time would leave the sum with them. */
  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms256m",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:-UseDynamicNumberOfCompilerThreads",
        "-XX:-UseDynamicNumberOfGCThreads",
        "-cp",
        classPath(),
        CostServer.class.getName());
  }

  /** Jetty ee11 needs Servlet 6.1, which tomcat-embed-core has; the 6.0 jar would come first. */
  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("jakarta.servlet-api-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int port(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII);
    String line = reader.readLine();
    if (line == null) {
      throw new IOException("The server has not started");
    }
    return Integer.parseInt(line);
  }

  Setup setup() {
    return setup;
  }

  /** Sees that the gate does what it is there for, else its price would mean nothing. */
  void check(Workload workload) throws IOException {
    int expected = setup.cookies(workload.visitor());
    int cookies = load.cookies(workload);
    if (cookies != expected) {
      throw new IllegalStateException(
          "%s, %s: %d cookies, not %d".formatted(setup, workload, cookies, expected));
    }
  }

  /** The processor time of one request in nanoseconds, over {@code count} requests. */
  double cost(Workload workload, int count) throws IOException {
    CpuTime before = CpuTime.of(process);
    int sent = load.send(workload, count);
    return (double) CpuTime.of(process).since(before) / sent;
  }

  @Override
  public void close() throws IOException {
    load.close();
    process.getOutputStream().close();
    process.destroy();
  }
}
