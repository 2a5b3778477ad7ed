package io.github.consentgateway.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that may not be used. It tells every problem of the file at once. */
public final class PolicyException extends RuntimeException {

  private final transient List<Problem> problems;
  private final String place;

  PolicyException(String place, List<Problem> problems) {
    super(problems.stream().map(problem -> problem.in(place)).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
    this.place = place;
  }

  /** The problems in the order of the file, never empty. */
  public List<Problem> problems() {
    return problems;
  }

  /** The lines of the message, one for each problem. */
  public List<String> lines() {
    return problems.stream().map(problem -> problem.in(place)).toList();
  }
}
