package io.github.consentgateway.gateway;

import java.util.List;

/** A gateway that cannot start as it is set up; the message names every problem, one a line. */
public final class SetupException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  SetupException(String problem) {
    super(problem);
  }

  SetupException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
