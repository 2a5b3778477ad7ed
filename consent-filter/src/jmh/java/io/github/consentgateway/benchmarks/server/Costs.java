package io.github.consentgateway.benchmarks.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one workload has cost in each set-up: in each round once, in nanoseconds a request. */
final class Costs {

  private final Map<Setup, List<Double>> nanos = new EnumMap<>(Setup.class);

  Costs() {
    for (Setup setup : Setup.values()) {
      nanos.put(setup, new ArrayList<>());
    }
  }

  void add(Setup setup, double cost) {
    of(setup).add(cost);
  }

  /** A line for each set-up: ratios to the bare server of the same round. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "%-14s %12s %8s %8s %8s%n".formatted("", "us/request", "ratio", "min", "max"));
    for (Setup setup : Setup.values()) {
      table.append(line(setup)).append(System.lineSeparator());
    }
    return table.toString();
  }

  private String line(Setup setup) {
    List<Double> ratios = ratios(setup);
    return "%-14s %12.2f %8.3f %8.3f %8.3f"
        .formatted(
            setup,
            median(of(setup)) / 1_000,
            median(ratios),
            Collections.min(ratios),
            Collections.max(ratios));
  }

  private List<Double> ratios(Setup setup) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of(setup).size(); i++) {
      ratios.add(of(setup).get(i) / of(Setup.BARE).get(i));
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
