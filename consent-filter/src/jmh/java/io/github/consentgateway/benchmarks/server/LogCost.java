package io.github.consentgateway.benchmarks.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What a log adds to the processor time of a request: the gate's traffic log, pseudonyms, packing
 * and signatures included, and Jetty's own asynchronous request log, beside the same server without
 * either. All servers and their client are in one process, so that they run the same compiled code,
 * and take turns of a few thousand requests; what a log writes after a turn counts to that turn.
 *
 * <p>Arguments, all optional: rounds, requests a turn.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests \
 *   -Djmh.main=io.github.consentgateway.benchmarks.server.LogCost -Djmh.args="60 4000"
 * </pre>
 */
public final class LogCost {

  private static final String CHILD = "child";
  private static final Duration LATER = Duration.ofMillis(250);
  private static final List<Setup> SETUPS =
      List.of(Setup.GATE, Setup.GATE_AGAIN, Setup.GATE_TRAFFIC, Setup.GATE_REQUEST_LOG);

  private LogCost() {}

  /** Measures in a process of its own, whose class path has the container's servlet API. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(CHILD)) {
      measure(number(args, 1, 60), number(args, 2, 4_000));
      System.exit(0);
    }
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                ServerProcess.classPath(),
                LogCost.class.getName(),
                CHILD));
    command.addAll(List.of(args));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static int number(String[] args, int at, int otherwise) {
    return at < args.length ? Integer.parseInt(args[at]) : otherwise;
  }

  private static void measure(int rounds, int requests) throws Exception {
    Workload workload = Workload.of(Workload.Kind.UNREAD, Workload.Visitor.CONSENTED);
    Costs costs = new Costs(SETUPS);
    List<Load> loads = new java.util.ArrayList<>();
    for (Setup setup : SETUPS) {
      Server server = CostServer.server(setup);
      server.start();
      loads.add(new Load(((ServerConnector) server.getConnectors()[0]).getLocalPort()));
    }
    for (int round = -rounds / 3; round < rounds; round++) {
      for (int turn = 0; turn < SETUPS.size(); turn++) {
        int now = Math.floorMod(turn + round, SETUPS.size());
        double cost = cost(loads.get(now), workload, requests);
        if (round >= 0) {
          costs.add(SETUPS.get(now), cost);
        }
      }
    }
    System.out.println(costs.table());
  }

  private static double cost(Load load, Workload workload, int requests) throws Exception {
    long before = cpu();
    int sent = load.send(workload, requests);
    LockSupport.parkNanos(LATER.toNanos());
    return (double) (cpu() - before) / sent;
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
