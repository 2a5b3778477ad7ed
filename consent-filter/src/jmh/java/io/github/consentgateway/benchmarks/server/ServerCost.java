package io.github.consentgateway.benchmarks.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The processor time of a request, end to end, of Jetty 12.1 (ee11) with and without the gate.
 *
 * <p>Each {@link Setup} is a server in a process of its own, on loopback; this process is the
 * client, and its own time does not count. In each round each server gets each {@link Workload},
 * the servers in another order each time, and is compared with the bare server of that very round.
 * All servers are started anew several times, because two equal processes may be compiled
 * differently: how far {@code BARE_AGAIN} strays from 1 is what a difference must exceed to mean
 * anything. Nine minutes at most.
 *
 * <p>Arguments, all optional: a regular expression for the workloads ({@code CHANGING.CONSENTED},
 * {@code SAME.DENIED}, …), forks, rounds, requests a measurement, requests to warm up, and one for
 * the set-ups: {@code GATE.*} are those of the logs.
 *
 * <pre>
 * mvn -Pjmh -pl consent-filter -am verify -DskipTests \
 *   -Djmh.main=io.github.consentgateway.benchmarks.server.ServerCost -Djmh.args=".* 3 7 4000 12000"
 * </pre>
 */
public final class ServerCost {

  private final Plan plan;
  private final Instant start = Instant.now();
  private final Map<Workload, Costs> costs = new LinkedHashMap<>();
  private int rounds;

  private ServerCost(Plan plan) {
    this.plan = plan;
    plan.workloads().forEach(workload -> costs.put(workload, new Costs(plan.setups())));
  }

  /** Measures and prints a table for each workload. */
  public static void main(String[] args) throws IOException {
    ServerCost run = new ServerCost(Plan.of(List.of(args)));
    for (int fork = 1; fork <= run.plan.forks(); fork++) {
      run.fork(run.start.plus(run.plan.limit().multipliedBy(fork).dividedBy(run.plan.forks())));
    }
    run.print();
  }

  private void fork(Instant deadline) throws IOException {
    List<ServerProcess> servers = new ArrayList<>();
    try {
      for (Setup setup : plan.setups()) {
        servers.add(new ServerProcess(setup));
      }
      warmUp(servers);
      measure(servers, deadline);
    } finally {
      for (ServerProcess server : servers) {
        server.close();
      }
    }
  }

  private void warmUp(List<ServerProcess> servers) throws IOException {
    for (ServerProcess server : servers) {
      for (Workload workload : plan.workloads()) {
        server.check(workload);
        server.cost(workload, plan.warmUp());
      }
    }
  }

  /** One round at least, so that there is something to print. */
  private void measure(List<ServerProcess> servers, Instant deadline) throws IOException {
    for (int round = 0; round < plan.rounds(); round++) {
      if (round > 0 && Instant.now().isAfter(deadline)) {
        return;
      }
      Collections.rotate(servers, 1);
      for (Workload workload : plan.workloads()) {
        round(servers, workload);
      }
      rounds++;
    }
  }

  private void round(List<ServerProcess> servers, Workload workload) throws IOException {
    for (ServerProcess server : servers) {
      Objects.requireNonNull(costs.get(workload))
          .add(server.setup(), server.cost(workload, plan.requests()));
    }
  }

  private void print() {
    System.out.printf(
        "Java %s, %d processors; %d forks, %d rounds, %d requests each, %d s%n%n",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        plan.forks(),
        rounds,
        plan.requests(),
        Duration.between(start, Instant.now()).toSeconds());
    costs.forEach((workload, found) -> System.out.println(workload + "\n" + found.table()));
  }
}
