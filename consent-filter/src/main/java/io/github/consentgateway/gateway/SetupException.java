package io.github.consentgateway.gateway;

import java.util.List;

/** A gateway that cannot start as it is set up; the message names every problem, one a line. */
public final class SetupException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  SetupException(String problem) {
    this(List.of(problem));
  }

  SetupException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each a sentence with the place, the value and what is allowed; never empty. */
  public List<String> problems() {
    return problems;
  }
}
