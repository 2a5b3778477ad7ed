package io.github.consentgateway.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor time that each thread of a process has had, in nanoseconds, read from outside. The
 * scheduler's own figures are used where the system shows them (<a
 * href="https://docs.kernel.org/scheduler/sched-stats.html">Linux</a>): those of the process are
 * told in steps of 10 ms only.
 */
record CpuTime(Map<String, Long> nanos) {

  static CpuTime of(Process process) throws IOException {
    Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
    return Files.isDirectory(tasks) ? ofTasks(tasks) : ofProcess(process);
  }

  private static CpuTime ofProcess(Process process) {
    Duration all = process.info().totalCpuDuration().orElse(Duration.ZERO);
    return new CpuTime(Map.of("all", all.toNanos()));
  }

  private static CpuTime ofTasks(Path tasks) throws IOException {
    Map<String, Long> nanos = new HashMap<>();
    try (Stream<Path> all = Files.list(tasks)) {
      all.forEach(task -> nanos.put(task.getFileName().toString(), nanos(task)));
    }
    return new CpuTime(nanos);
  }

  private static long nanos(Path task) {
    try {
      String line = Files.readString(task.resolve("schedstat"));
      return Long.parseLong(line.substring(0, line.indexOf(' ')));
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has been used since, by threads that still exist. */
  long since(CpuTime before) {
    return nanos.entrySet().stream()
        .mapToLong(entry -> entry.getValue() - before.nanos.getOrDefault(entry.getKey(), 0L))
        .filter(used -> used > 0)
        .sum();
  }
}
