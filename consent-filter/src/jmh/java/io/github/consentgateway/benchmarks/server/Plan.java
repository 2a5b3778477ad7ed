package io.github.consentgateway.benchmarks.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param workloads the workloads
 * @param setups the set-ups, the one that all are compared with first
 * @param forks how often all servers are started anew
 * @param rounds how often each server gets each workload, per fork
 * @param requests how many requests a measurement takes
 * @param warmUp how many requests a server gets of each workload before
 * @param limit when no new round begins any more, over all forks
 */
record Plan(
    List<Workload> workloads,
    List<Setup> setups,
    int forks,
    int rounds,
    int requests,
    int warmUp,
    Duration limit) {

  private static final int SETUPS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(500);

  /** Reads the arguments; those that are missing have a default. */
  static Plan of(List<String> args) {
    return new Plan(
        workloads(args.isEmpty() ? ".*" : args.get(0)),
        setups(args.size() > SETUPS ? args.get(SETUPS) : "(?!GATE).*"),
        number(args, 1, 3),
        number(args, 2, 7),
        number(args, 3, 4_000),
        number(args, 4, 12_000),
        LIMIT);
  }

  private static List<Workload> workloads(String regex) {
    Predicate<String> wanted = Pattern.compile(regex).asPredicate();
    return Stream.of(Workload.Kind.values())
        .flatMap(
            kind ->
                Stream.of(Workload.Visitor.values())
                    .filter(visitor -> wanted.test(kind + " " + visitor))
                    .map(visitor -> Workload.of(kind, visitor)))
        .toList();
  }

  private static List<Setup> setups(String regex) {
    return Stream.of(Setup.values()).filter(setup -> setup.name().matches(regex)).toList();
  }

  private static int number(List<String> args, int at, int otherwise) {
    return at < args.size() ? Integer.parseInt(args.get(at)) : otherwise;
  }
}
