package io.github.consentgateway.benchmarks.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one workload has cost in each set-up: in each round once, in nanoseconds a request. The
 * first set-up is what the others are compared with.
 */
final class Costs {

  private final Map<Setup, List<Double>> nanos = new EnumMap<>(Setup.class);
  private final List<Setup> setups;

  Costs(List<Setup> setups) {
    this.setups = setups;
    for (Setup setup : setups) {
      nanos.put(setup, new ArrayList<>());
    }
  }

  void add(Setup setup, double cost) {
    of(setup).add(cost);
  }

  /** A line for each set-up: what it adds to the first one in the same round. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "%-18s %12s %8s %8s %8s %8s%n"
                .formatted("", "us/request", "added", "ratio", "min", "max"));
    for (Setup setup : setups) {
      table.append(line(setup)).append(System.lineSeparator());
    }
    return table.toString();
  }

  private String line(Setup setup) {
    List<Double> ratios = ratios(setup);
    return "%-18s %12.2f %8.2f %8.3f %8.3f %8.3f"
        .formatted(
            setup,
            median(of(setup)) / 1_000,
            median(added(setup)) / 1_000,
            median(ratios),
            Collections.min(ratios),
            Collections.max(ratios));
  }

  private List<Double> added(Setup setup) {
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < of(setup).size(); i++) {
      added.add(of(setup).get(i) - of(setups.get(0)).get(i));
    }
    return added;
  }

  private List<Double> ratios(Setup setup) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of(setup).size(); i++) {
      ratios.add(of(setup).get(i) / of(setups.get(0)).get(i));
    }
    return ratios;
  }

  private List<Double> of(Setup setup) {
    return Objects.requireNonNull(nanos.get(setup));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
