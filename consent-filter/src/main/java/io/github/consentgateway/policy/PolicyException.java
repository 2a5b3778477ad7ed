package io.github.consentgateway.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that may not be used. It tells every problem of the file at once. */
public final class PolicyException extends RuntimeException {

  private final transient List<Problem> problems;

  PolicyException(String place, List<Problem> problems) {
    super(problems.stream().map(problem -> problem.in(place)).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order of the file, never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
